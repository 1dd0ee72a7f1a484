"""PDF: words with boxes and font sizes from pdfium, and our own sense of columns, margins and furniture."""

from .reading import read_pdf, read_pdf_data

__all__ = ["read_pdf", "read_pdf_data"]
