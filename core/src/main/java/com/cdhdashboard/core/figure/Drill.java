package com.cdhdashboard.core.figure;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ComparedCubes;
import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.TimeStep;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.cube.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of a trace stand for, so that a reader who points at one can go deeper: {@code drill} in the {@code meta}
 * of the trace, and of a dial, of which the browser makes its name, in its {@code customdata}.
 *
 * <p>Rows are told by four kinds of conditions: {@code is} holds for the whole trace, as colour and small chart do;
 * {@code x} and {@code y} name the dimensions whose values lie along the axes; {@code each} has a value for every point,
 * where no axis tells it; {@code path} names the dimensions of nested areas, whose ids tell their values.
 */
public final class Drill {
    /** What stands for no rows that can be told. */
    public static final Drill NONE = new Drill(List.of(), List.of(), Map.of());

    private final List<Attributes> is;
    private final List<Attributes> each;
    private final Map<String, Object> axes;

    private Drill(List<Attributes> is, List<Attributes> each, Map<String, Object> axes) {
        this.is = List.copyOf(is);
        this.each = List.copyOf(each);
        this.axes = axes;
    }

    /** Where all points have this value. */
    public Drill is(Column dimension, @Nullable Object value) {
        return isFilter(dimension) ? with(of(dimension).withAll(value(dimension, value))) : this;
    }

    /** Where all points have none of these values. */
    public Drill isNoneOf(Column dimension, List<@Nullable Object> values, String text) {
        return with(of(dimension).withAll(anyOf(values, text)).with("not", true));
    }

    /** Where both hold; only one of them may tell of axes and points. */
    public Drill and(Drill other) {
        List<Attributes> both = new ArrayList<>(is);
        both.addAll(other.is);
        return each.isEmpty() && axes.isEmpty() ? new Drill(both, other.each, other.axes) : new Drill(both, each, axes);
    }

    /** Which period, and where within it, is no filter: the period of the page says that. */
    private static boolean isFilter(Column dimension) {
        return !ComparedCubes.derives(dimension.name());
    }

    private Drill with(Attributes condition) {
        return new Drill(plus(is, condition), each, axes);
    }

    /** Along the axis of this letter, of which the data of the trace are positions. */
    public Drill along(String letter, AxisScale scale) {
        return isFilter(scale.dimension()) ? withAxis(letter, of(scale)) : this;
    }

    /** The areas of a table, nested by these of its dimensions. */
    public static Drill ofAreas(Table leaves, List<String> dimensions) {
        return NONE.withAxis(
                "path", dimensions.stream().map(name -> of(scale(leaves, name))).toList());
    }

    private static AxisScale scale(Table table, String dimension) {
        int place = table.indexOf(dimension).orElseThrow();
        List<@Nullable Object> values = new ArrayList<>();
        table.rows().forEach(row -> values.add(row.get(place)));
        return AxisScale.of(table.columns().get(place), values);
    }

    /**
     * Where a part opens another view of its report.
     *
     * @param choices what is chosen there
     * @param places what a place along {@code x} or {@code y} chooses for the control of that name
     */
    public Drill opening(String view, Map<String, String> choices, Map<String, String> places) {
        return withAxis(
                "opens", Attributes.of("view", view).with("choices", choices).with("places", places));
    }

    private Drill withAxis(String name, Object dimensions) {
        Map<String, Object> more = new LinkedHashMap<>(axes);
        more.put(name, dimensions);
        return new Drill(is, each, more);
    }

    /** Where every point has a value of its own, in the order of the points. */
    public Drill each(Column dimension, List<@Nullable Object> values) {
        return points(
                dimension,
                values.stream().map(value -> value(dimension, value).toMap()).toList());
    }

    /** Where every point has any of some values of its own, in the order of the points. */
    public Drill eachAnyOf(Column dimension, List<AnyOf> values) {
        return points(
                dimension,
                values.stream()
                        .map(any -> anyOf(any.values(), any.text()).toMap())
                        .toList());
    }

    /** Some values of a dimension, and what they are called together. */
    public record AnyOf(List<@Nullable Object> values, String text) {}

    /** Every value is told once, as many points may have it. */
    private Drill points(Column dimension, List<Map<String, Object>> values) {
        if (!isFilter(dimension)) {
            return this;
        }
        List<Map<String, Object>> distinct = values.stream().distinct().toList();
        Map<Map<String, Object>, Integer> places = new LinkedHashMap<>();
        distinct.forEach(value -> places.put(value, places.size()));
        Attributes points = of(dimension)
                .with("values", distinct)
                .with("of", values.stream().map(places::get).toList());
        return new Drill(is, plus(each, points), axes);
    }

    /** Tells the trace what its parts stand for. */
    public Attributes mark(Attributes trace) {
        if (is.isEmpty() && each.isEmpty() && axes.isEmpty()) {
            return trace;
        }
        Attributes drill = Attributes.of("is", is);
        if (!each.isEmpty()) {
            drill.with("each", each);
        }
        axes.forEach(drill::with);
        boolean dial = "indicator".equals(trace.toMap().get("type"));
        return dial ? trace.with("customdata", List.of(drill)) : trace.with("meta", Attributes.of("drill", drill));
    }

    private static List<Attributes> plus(List<Attributes> conditions, Attributes another) {
        List<Attributes> all = new ArrayList<>(conditions);
        all.add(another);
        return all;
    }

    private static Attributes value(Column dimension, @Nullable Object value) {
        return Attributes.of("label", Values.label(value)).with("text", AxisScale.text(dimension, value));
    }

    private static Attributes anyOf(List<@Nullable Object> values, String text) {
        return Attributes.of("labels", values.stream().map(Values::label).toList())
                .with("text", text);
    }

    private static Attributes of(AxisScale scale) {
        return scale.isOfMonths() ? of(scale.dimension()).with("kind", "month") : of(scale.dimension());
    }

    private static Attributes of(Column dimension) {
        String kind = TimeStep.WEEK.is(dimension) ? "week" : dimension.type() == ValueType.DATE ? "day" : "value";
        return Attributes.of("dimension", dimension.name())
                .with("title", DimensionTitle.of(dimension.name()))
                .with("kind", kind);
    }
}
