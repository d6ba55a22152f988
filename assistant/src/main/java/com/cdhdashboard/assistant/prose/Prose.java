package com.cdhdashboard.assistant.prose;

import java.util.List;

/** A whole text. */
public record Prose(List<Block> blocks) {
    public static final Prose NOTHING = new Prose(List.of());

    public Prose {
        blocks = List.copyOf(blocks);
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }
}
