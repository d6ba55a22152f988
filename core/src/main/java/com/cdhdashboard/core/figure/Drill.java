package com.cdhdashboard.core.figure;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ComparedCubes;
import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.cube.PlaceInPeriod;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.TimeStep;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.period.ComparedPeriods;
import com.cdhdashboard.core.period.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    public static final Drill NONE = new Drill(List.of(), List.of(), Map.of(), Optional.empty());

    /** The kind of what is said by the first and the last of its days. */
    private static final String PERIOD = "period";

    private final List<Attributes> is;
    private final List<Attributes> each;
    private final Map<String, Object> axes;
    /** The one of compared periods that all points are of. */
    private final Optional<Period> period;

    private Drill(List<Attributes> is, List<Attributes> each, Map<String, Object> axes, Optional<Period> period) {
        this.is = List.copyOf(is);
        this.each = List.copyOf(each);
        this.axes = axes;
        this.period = period;
    }

    /** Where all points have this value. */
    public Drill is(Column dimension, @Nullable Object value) {
        if (isPlace(dimension)) {
            return this;
        }
        Optional<Period> said = period(dimension, value);
        Attributes condition = of(dimension, Collections.singletonList(value)).withAll(value(dimension, value));
        return new Drill(plus(is, condition), each, axes, said.or(() -> period));
    }

    /** Where all points have none of these values. */
    public Drill isNoneOf(Column dimension, List<@Nullable Object> values, String text) {
        Attributes condition = of(dimension).withAll(anyOf(values, text)).with("not", true);
        return new Drill(plus(is, condition), each, axes, period);
    }

    /** Where both hold; only one of them may tell of axes and points. */
    public Drill and(Drill other) {
        List<Attributes> both = new ArrayList<>(is);
        both.addAll(other.is);
        Optional<Period> either = period.or(() -> other.period);
        return each.isEmpty() && axes.isEmpty()
                ? new Drill(both, other.each, other.axes, either)
                : new Drill(both, each, axes, either);
    }

    /** A place within a period is a filter by its days only, once it is said which period that is. */
    private static boolean isPlace(Column dimension) {
        return PlaceInPeriod.is(dimension);
    }

    private static Optional<Period> period(Column dimension, @Nullable Object value) {
        return ComparedCubes.isPeriod(dimension) && value instanceof String text
                ? ComparedPeriods.parse(text)
                : Optional.empty();
    }

    /** Along the axis of this letter, of which the data of the trace are positions. */
    public Drill along(String letter, AxisScale scale) {
        if (!isPlace(scale.dimension())) {
            return withAxis(letter, of(scale));
        }
        List<Map<String, Object>> days = scale.values().stream()
                .flatMap(place -> days(scale, place).stream())
                .map(those -> Attributes.of("label", ComparedPeriods.value(those))
                        .with("text", those.text())
                        .toMap())
                .toList();
        return days.isEmpty() ? this : points(of(scale.dimension(), PERIOD), days);
    }

    /** The days of a place along an axis of places within the period, if that is known. */
    public Optional<Period> days(AxisScale scale, @Nullable Object place) {
        Optional<PlaceInPeriod> step = PlaceInPeriod.of(scale.dimension().name());
        return place instanceof Long number && isPlace(scale.dimension())
                ? period.flatMap(within -> step.map(each -> within.at(each, number)))
                : Optional.empty();
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
        return new Drill(is, each, more, period);
    }

    /** Where every point has a value of its own, in the order of the points. */
    public Drill each(Column dimension, List<@Nullable Object> values) {
        return isPlace(dimension)
                ? this
                : points(
                        of(dimension, values),
                        values.stream()
                                .map(value -> value(dimension, value).toMap())
                                .toList());
    }

    /** Where every point has any of some values of its own, in the order of the points. */
    public Drill eachAnyOf(Column dimension, List<AnyOf> values) {
        return points(
                of(dimension),
                values.stream()
                        .map(any -> anyOf(any.values(), any.text()).toMap())
                        .toList());
    }

    /** Some values of a dimension, and what they are called together. */
    public record AnyOf(List<@Nullable Object> values, String text) {}

    /** Every value is told once, as many points may have it. */
    private Drill points(Attributes dimension, List<Map<String, Object>> values) {
        List<Map<String, Object>> distinct = values.stream().distinct().toList();
        Map<Map<String, Object>, Integer> places = new LinkedHashMap<>();
        distinct.forEach(value -> places.put(value, places.size()));
        Attributes points = dimension
                .with("values", distinct)
                .with("of", values.stream().map(places::get).toList());
        return new Drill(is, plus(each, points), axes, period);
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
        return scale.isOfMonths() ? of(scale.dimension(), "month") : of(scale.dimension(), scale.values());
    }

    private static Attributes of(Column dimension, List<@Nullable Object> values) {
        boolean periods = !values.isEmpty()
                && values.stream().allMatch(value -> period(dimension, value).isPresent());
        return periods ? of(dimension, PERIOD) : of(dimension);
    }

    private static Attributes of(Column dimension) {
        String kind = TimeStep.WEEK.is(dimension) ? "week" : dimension.type() == ValueType.DATE ? "day" : "value";
        return of(dimension, kind);
    }

    private static Attributes of(Column dimension, String kind) {
        return Attributes.of("dimension", dimension.name())
                .with("title", DimensionTitle.of(dimension.name()))
                .with("kind", kind);
    }
}
