"""The sizes the picture is made of, in picture units (1 unit is 1 pixel at 100 %)."""

__all__ = [
    "ARROW_HALF",
    "ARROW_LENGTH",
    "BEND",
    "BRACKET_LINE",
    "CARD_AIR",
    "CARD_RADIUS",
    "GAP_X",
    "GAP_Y",
    "INSET",
    "IN_CORNER",
    "LEAD",
    "LEAD_STEP",
    "LINE",
    "LIT_GLOW",
    "LIT_LINE",
    "LIT_PAD",
    "MARK",
    "MATH",
    "MIDDLE",
    "NUMBER",
    "NUMBER_DROP",
    "NUMBER_RISE",
    "OUTPUT_AIR",
    "OUTPUT_ARROW",
    "PAD_X",
    "PILL_HEIGHT",
    "PORT_PITCH",
    "SHORTEST_BEND",
    "SHORT_BEND",
    "WIDEST",
]

MATH = 20  # size of the formula on a card
NUMBER = 16  # size of the numbers on an edge and of the legend
LINE = 1.7  # width of edges; borders are a little thinner
BRACKET_LINE = 1.1  # width of the brackets around a matrix
LIT_LINE = 3.0  # width of what is lit
LIT_GLOW = 7.0  # width of the glow around a lit card
LIT_PAD = 5.0  # around a number that a step brought

MARK = 9.0  # radius of a mark on a card
IN_CORNER = 1.0 - 0.5**0.5  # of its radius, from a corner's sides to the middle of its round
MIDDLE = 0.32  # of a text's size: so far below the middle of its letters lies their baseline
INSET = 3.5  # from a composite's border to its second one
PAD_X = 14.0  # between a card's text and its border
CARD_AIR = 6.0  # the least of it, where another font has wider letters
PILL_HEIGHT = 40.0
CARD_RADIUS = 9.0
PORT_PITCH = 44.0  # two lines of numbers, and air
WIDEST = 340.0  # a formula wider than this is written by its name alone

LEAD = 64.0  # the straight piece before an arrow head, where an edge's numbers sit
LEAD_STEP = 16.0  # leads grow in steps, so that a live number seldom moves anything
BEND = 32.0  # room for an edge to change its height in
SHORT_BEND = 16.0  # the least of it, between cards that were put close together
SHORTEST_BEND = 10.0  # where the edge is nearly level
ARROW_LENGTH, ARROW_HALF = 11.0, 4.8
NUMBER_RISE, NUMBER_DROP = 5.0, 16.5  # baselines above and below the edge
OUTPUT_ARROW = 85.0  # room for four digits
OUTPUT_AIR = 13.5  # on both sides of its numbers: their ground keeps clear of a glow

GAP_X = LEAD + BEND  # between columns
GAP_Y = 18.0  # between cards of a column
