"""What is exported: a graph, and how; its picture is made when a format asks for it."""

from functools import cached_property

import engine
from engine.formats.chainrule_file import dumps
from engine.graph.subgraph import subgraph
from engine.progress import stage
from engine.words.suggestion import unknown_node
from gui.exports.frame import frame_of
from gui.exports.options import ExportError, Options
from gui.headless import ensure_application
from gui.language import tr
from gui.picture.drawing import Drawing, draw
from gui.picture.layout import FIRST_VIEW, lay_out, lay_out_to_be_read
from gui.picture.lit import Lit
from gui.picture.packing import DENSE, READABLE, USUAL, Packing
from gui.picture.picture import ROUTED, Picture
from gui.run import read

__all__ = ["Subject"]

_ASIDE = (0.0, 1e6)


class Subject:
    """A graph and the options of its export; the graph itself is never changed.

    `remarks` are sentences about the file for who asked for it, known when it is rendered.
    Raises ExportError for an empty graph and for a selection that is not in it.
    """

    def __init__(self, graph: engine.Graph, options: Options | None = None) -> None:
        self.graph = graph
        self.options = options or Options()
        self.remarks: list[str] = []
        if not graph.nodes():
            raise ExportError(tr("the graph is empty: there is nothing to draw"))
        for name in self.options.selection or ():
            if name not in graph:
                raise ExportError(str(unknown_node(name, graph.nodes())))
        if self.options.selection == ():
            raise ExportError(tr("nothing is selected: there is nothing to draw"))

    @property
    def page(self) -> tuple[float, float] | None:
        """Return the page the graph is laid out for, in points; None keeps its positions."""
        return None if self.options.size is None else self.options.size.page

    @cached_property
    def picture(self) -> Picture:
        """Return the picture: laid out where a page is to be filled or a position is missing."""
        return self.picture_on(self.page)

    def picture_on(self, page: tuple[float, float] | None, like: Picture | None = None) -> Picture:
        """Return the picture laid out for `page`, in points, with its numbers or those of `like`.

        Where these would be too small to be read there, they are larger beside its cards.
        """
        picture = self.packed(page, USUAL, like)
        if (
            page is None
            or len(picture.names) > ROUTED
            or self.number_size(picture, page) >= READABLE
        ):
            return picture
        dense = self.packed(page, DENSE, like)
        return max(picture, dense, key=lambda one: self.number_size(one, page))

    def packed(
        self, page: tuple[float, float] | None, packing: Packing, like: Picture | None = None
    ) -> Picture:
        """Return the picture with the sizes of `packing`, laid out for `page`, in points.

        It shows the graph's numbers through the lens of the options, or those of the picture
        `like`, and has as much room for them as this has.
        """
        ensure_application()
        with stage(0.0, 0.1):
            drawn = (self.graph if like is None else like.graph).copy()
        with stage(0.1, 0.4):
            readings, lens = read(drawn), self.options.lens
            seen = None if like is None else like.readings
        if page or any("position" not in drawn.attributes(name) for name in drawn.nodes()):
            names, numbers = self.options.selection, seen or readings
            with stage(0.4, 0.7):
                if page is None and names is None:  # in rows where one would be too long
                    places = lay_out_to_be_read(drawn, numbers, FIRST_VIEW)
                else:
                    places = lay_out(drawn, numbers, page=page, names=names, packing=packing)
            # what is not drawn stands where no edge has to go around it
            drawn.set_positions({name: places.get(name, _ASIDE) for name in drawn.nodes()})
        with stage(0.7, 1.0):
            shown = seen or (readings if lens is None else lens(readings))
            return Picture(drawn, shown, packing)

    def check_pixels(self, options: Options, scale: float) -> None:
        """Raise ExportError where the whole picture has too many pixels, before it is drawn.

        What fills a page or a width has the size of that, and a part is known once it is drawn.
        """
        if options.size is None and options.width is None and options.selection is None:
            frame_of(self.picture.bounds(), options, scale)

    @cached_property
    def drawing(self) -> Drawing:
        """Return the drawing of the picture, or of the selected part of it."""
        with stage(0.0, 0.2):
            picture = self.picture
        with stage(0.2, 1.0):
            return self.drawing_of(picture)

    def drawing_of(self, picture: Picture, lit: Lit | None = None) -> Drawing:
        """Return the drawing of one of this graph's pictures, or of the selected part of it."""
        options = self.options
        names, legend = options.selection, options.legend
        return draw(picture, options.colours, nodes=names, legend=legend, lit=lit)

    def number_size(self, picture: Picture, page: tuple[float, float]) -> float:
        """Return how large the numbers are where the drawing fills a page, all in points."""
        left, top, right, bottom = self.drawing_of(picture).bounds
        width, height = max(right - left, 1.0), max(bottom - top, 1.0)
        return min(page[0] / width, page[1] / height) * picture.packing.number

    def contents(self) -> bytes:
        """Return the file of the graph, or of the selected part of it, to be embedded."""
        if self.options.selection is None:
            return dumps(self.graph)
        return dumps(subgraph(self.graph, self.options.selection))
