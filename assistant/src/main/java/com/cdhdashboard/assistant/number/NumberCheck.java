package com.cdhdashboard.assistant.number;

import com.cdhdashboard.assistant.prose.Block;
import com.cdhdashboard.assistant.prose.Inline;
import com.cdhdashboard.assistant.prose.Prose;
import com.cdhdashboard.assistant.prose.ProseText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks every number of a text up in what tools have answered. */
public final class NumberCheck {
    /** Wrong numbers that tell a model what to mend. */
    private static final int ENOUGH = 50;

    private final Lookup lookup;
    private final List<Unsupported> unsupported = new ArrayList<>();
    private final DecimalStyle style;
    private final Set<Integer> listed = new LinkedHashSet<>();

    private NumberCheck(Prose prose, Facts facts) {
        String text = ProseText.plain(prose);
        this.style = DecimalStyle.of(text);
        this.lookup = new Lookup(facts);
        prose.blocks().forEach(this::listed);
        listed.addAll(lookup.names().numbersMentioned(text));
    }

    public static Checked check(Prose prose, Facts facts) {
        NumberCheck check = new NumberCheck(prose, facts);
        List<Block> blocks = prose.blocks().stream().map(check::block).toList();
        return new Checked(new Prose(blocks), check.unsupported);
    }

    /** How many things the text itself lists, which it may say. */
    private void listed(Block block) {
        if (block instanceof Block.Listing listing) {
            listed.add(listing.items().size());
        } else if (block instanceof Block.Grid grid) {
            listed.add(grid.rows().size());
        }
    }

    private Block block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return new Block.Paragraph(line(paragraph.pieces()));
        }
        if (block instanceof Block.Heading heading) {
            return new Block.Heading(line(heading.pieces()));
        }
        if (block instanceof Block.Listing listing) {
            return new Block.Listing(
                    listing.ordered(),
                    listing.items().stream()
                            .map(item -> new Block.Item(
                                    item.blocks().stream().map(this::block).toList()))
                            .toList());
        }
        Block.Grid grid = (Block.Grid) block;
        List<Block.Cell> head = grid.head().stream()
                .map(cell -> new Block.Cell(line(cell.pieces())))
                .toList();
        return new Block.Grid(
                head, grid.rows().stream().map(row -> row(grid, row)).toList());
    }

    private List<Block.Cell> row(Block.Grid grid, List<Block.Cell> row) {
        String whole = row.stream().map(cell -> ProseText.of(cell.pieces())).collect(Collectors.joining(" | "));
        List<Block.Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String head =
                    i < grid.head().size() ? ProseText.of(grid.head().get(i).pieces()) : "";
            Line line = new Line(row.get(i).pieces());
            List<Line.Span> spans = spans(line.text(), head + ": " + whole, unit(head));
            cells.add(new Block.Cell(line.with(spans)));
        }
        return cells;
    }

    /** The unit that the head of a column gives to bare numbers below it. */
    private static Unit unit(String head) {
        String small = head.toLowerCase(Locale.ROOT);
        boolean points = small.contains("(pp") || small.contains("points") || small.contains("punkt");
        return points ? Unit.POINTS : small.contains("%") || small.contains("percent") ? Unit.PERCENT : Unit.NONE;
    }

    private List<Inline> line(List<Inline> pieces) {
        Line line = new Line(pieces);
        return line.with(spans(line.text(), "", Unit.NONE));
    }

    /** What becomes of the numbers and names of a text; a context that is empty is the sentence of each. */
    private List<Line.Span> spans(String text, String context, Unit column) {
        List<Line.Span> spans = lookup.names().in(text);
        StringBuilder rest = new StringBuilder(text);
        spans.forEach(span -> Names.blank(rest, span.from(), span.to()));
        List<Written> written = NumeralScanner.in(rest.toString(), style);
        Sentences sentences = new Sentences(text);
        for (int i = 0; i < written.size() && unsupported.size() < ENOUGH; i++) {
            Written each = written.get(i);
            String sentence = context.isEmpty() ? sentences.around(each.from(), each.to()) : context;
            Written next = i + 1 < written.size() ? written.get(i + 1) : each;
            Lookup.Place place = new Lookup.Place(
                    text, sentence, clause(text, sentences, written, i), readings(each, next, text, column), listed);
            Lookup.Found found = lookup.find(each, place);
            found.link().ifPresent(link -> spans.add(new Line.Span(each.from(), each.to(), Optional.of(link))));
            found.reason().ifPresent(reason -> unsupported.add(new Unsupported(each.text(), sentence, reason)));
        }
        return spans;
    }

    private static Clause clause(String text, Sentences sentences, List<Written> written, int number) {
        Written own = written.get(number);
        int start = sentences.start(own.from());
        int end = sentences.end(own.to());
        int before =
                number == 0 ? start : Math.max(start, written.get(number - 1).to());
        int after = number + 1 < written.size()
                ? Math.min(end, written.get(number + 1).from())
                : end;
        return Clause.of(
                text.substring(Math.min(before, own.from()), own.from()),
                before > start,
                text.substring(own.to(), Math.max(own.to(), after)));
    }

    /** A number as it is written, and with the unit that a range or the head of a column gives it. */
    private static List<Numeral> readings(Written each, Written next, String text, Unit column) {
        List<Numeral> readings = new ArrayList<>();
        if (each instanceof WrittenDate date && date.text().chars().allMatch(Character::isDigit)) {
            readings.add(Numeral.word(date.from(), date.to(), date.text(), new BigDecimal(date.text()), Unit.NONE));
        }
        if (!(each instanceof Numeral numeral)) {
            return readings;
        }
        readings.add(numeral);
        if (numeral.unit() == Unit.NONE && column != Unit.NONE) {
            readings.add(numeral.withUnit(column));
        }
        if (numeral.unit() == Unit.NONE
                && next instanceof Numeral end
                && next.from() >= each.to()
                && Sentences.joinsRange(text.substring(each.to(), next.from()))) {
            readings.add(numeral.withUnit(end.unit()).withPower(numeral.power() == 0 ? end.power() : numeral.power()));
        }
        return readings;
    }
}
