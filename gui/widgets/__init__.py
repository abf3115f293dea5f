"""What panels, dialogs and bars are made of; nothing here knows a document."""
