"""What must hold of every question, and the complaints where it does not."""
