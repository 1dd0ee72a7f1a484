"""Run the command line as `python -m uncc_diff`."""

from uncc_diff.cli import main

if __name__ == "__main__":
    main()
