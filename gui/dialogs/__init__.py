"""What asks and what tells over a window: messages, files, exports, new graphs, preferences."""
