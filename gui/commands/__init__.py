"""The undoable edits: verbs made of names and values, each reverted exactly."""

from gui.commands.attributes import SetAttribute, SetOutput, SetSlider, SetTitle, SetValue
from gui.commands.edges import Connect, Disconnect
from gui.commands.formula import SetFormula
from gui.commands.groups import SetGroups, fold, group, retitle, ungroup
from gui.commands.nodes import AddNodes, DeleteNodes, MoveNodes, NewNode, RenameNode
from gui.commands.several import Several, delete

__all__ = [
    "AddNodes",
    "Connect",
    "DeleteNodes",
    "Disconnect",
    "MoveNodes",
    "NewNode",
    "RenameNode",
    "SetAttribute",
    "SetFormula",
    "SetGroups",
    "SetOutput",
    "SetSlider",
    "SetTitle",
    "SetValue",
    "Several",
    "delete",
    "fold",
    "group",
    "retitle",
    "ungroup",
]
