"""What was released: its version and commit, what it is made of, under which licences."""
