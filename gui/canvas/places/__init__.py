"""Where cards stand that are new, come back, or give way."""
