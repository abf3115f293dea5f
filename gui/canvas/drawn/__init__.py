"""How a view is drawn: in layers, what is kept between two frames, what lies over and under it."""
