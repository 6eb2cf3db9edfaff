"""What a question is: its folder, its cells, its cases, its answers, its master."""
