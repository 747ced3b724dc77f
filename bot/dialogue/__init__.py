"""What to do next: context and policy, pure."""
