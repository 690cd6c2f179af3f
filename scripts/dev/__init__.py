"""What a developer does, a verb a file. `scripts/dev.py` starts it; Python takes this folder before
that file, so `import dev` means these wherever `scripts/` is on the path."""
