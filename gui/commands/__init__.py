"""The undoable edits: verbs made of names and values, each reverted exactly."""

from gui.commands.attributes import (
    SetAttribute,
    SetKind,
    SetOutput,
    SetSlider,
    SetTitle,
    SetValue,
)
from gui.commands.edges import Connect, Disconnect
from gui.commands.formula import SetFormula
from gui.commands.groups import SetGroups, fold, group, retitle, ungroup
from gui.commands.healing import delete_healing
from gui.commands.kept import SetLesson, SetQuiz, SetTable, SetTraining
from gui.commands.nodes import AddNodes, DeleteNodes, MoveFound, MoveNodes, NewNode, RenameNode
from gui.commands.own_ops import SetOwnOps, become_own, change_own, knowing, typed_formula
from gui.commands.several import Several, delete
from gui.commands.sliders import SetSliders
from gui.commands.values import SetValues

__all__ = [
    "AddNodes",
    "Connect",
    "DeleteNodes",
    "Disconnect",
    "MoveFound",
    "MoveNodes",
    "NewNode",
    "RenameNode",
    "SetAttribute",
    "SetFormula",
    "SetGroups",
    "SetKind",
    "SetLesson",
    "SetOutput",
    "SetOwnOps",
    "SetQuiz",
    "SetSlider",
    "SetSliders",
    "SetTable",
    "SetTitle",
    "SetTraining",
    "SetValue",
    "SetValues",
    "Several",
    "become_own",
    "change_own",
    "delete",
    "delete_healing",
    "fold",
    "group",
    "knowing",
    "retitle",
    "typed_formula",
    "ungroup",
]
