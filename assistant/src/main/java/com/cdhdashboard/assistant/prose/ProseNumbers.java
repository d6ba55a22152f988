package com.cdhdashboard.assistant.prose;

import java.util.List;
import java.util.stream.Stream;

/** Finds the numbers of a text. */
public final class ProseNumbers {
    private ProseNumbers() {}

    /** Those that link to what a tool answered, in the order of the text. */
    public static List<Inline.Number> of(Prose prose) {
        return prose.blocks().stream().flatMap(ProseNumbers::block).toList();
    }

    private static Stream<Inline.Number> block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return pieces(paragraph.pieces());
        }
        if (block instanceof Block.Heading heading) {
            return pieces(heading.pieces());
        }
        if (block instanceof Block.Listing listing) {
            return listing.items().stream()
                    .flatMap(item -> item.blocks().stream())
                    .flatMap(ProseNumbers::block);
        }
        Block.Grid grid = (Block.Grid) block;
        return Stream.concat(Stream.of(grid.head()), grid.rows().stream())
                .flatMap(List::stream)
                .flatMap(cell -> pieces(cell.pieces()));
    }

    private static Stream<Inline.Number> pieces(List<Inline> pieces) {
        return pieces.stream().flatMap(ProseNumbers::piece);
    }

    private static Stream<Inline.Number> piece(Inline piece) {
        if (piece instanceof Inline.Number number) {
            return Stream.of(number);
        }
        if (piece instanceof Inline.Strong strong) {
            return pieces(strong.pieces());
        }
        return piece instanceof Inline.Emphasis emphasis ? pieces(emphasis.pieces()) : Stream.empty();
    }
}
