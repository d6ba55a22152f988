package com.cdhdashboard.assistant.prose;

import java.util.List;

/** A part of a text that stands on lines of its own. */
public sealed interface Block {
    record Paragraph(List<Inline> pieces) implements Block {
        public Paragraph {
            pieces = List.copyOf(pieces);
        }
    }

    record Heading(List<Inline> pieces) implements Block {
        public Heading {
            pieces = List.copyOf(pieces);
        }
    }

    /** A list, numbered from 1 where it is {@code ordered}, whatever numbers the model wrote. */
    record Listing(boolean ordered, List<Item> items) implements Block {
        public Listing {
            items = List.copyOf(items);
        }
    }

    /** A table; each row has as many cells as the head. */
    record Grid(List<Cell> head, List<List<Cell>> rows) implements Block {
        public Grid {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    record Item(List<Block> blocks) {
        public Item {
            blocks = List.copyOf(blocks);
        }
    }

    record Cell(List<Inline> pieces) {
        public Cell {
            pieces = List.copyOf(pieces);
        }
    }
}
