package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.customer.CustomerColumn;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.Control.Option;
import com.cdhdashboard.core.report.definition.Allowed;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.Chart;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The controls of a report over customers, one for each key of the capability table that makes a difference. */
final class CustomerControls {
    private static final String MONETARY_VALUE = CustomerColumn.MONETARY_VALUE.column();
    private static final int MOST_VALUES = 100;

    private final Chart<ChartData> chart;
    private final Settings settings;
    private final ChartData data;

    CustomerControls(Chart<ChartData> chart, Settings settings, ChartData data) {
        this.chart = chart;
        this.settings = settings;
        this.data = data;
    }

    List<Control> of(Capability capability) {
        return capability.offered(chart.idle(data)).map(this::control).toList();
    }

    private Control control(Key key) {
        if (key.allowed() instanceof Allowed.Between between) {
            String number = BigDecimal.valueOf(settings.number(key))
                    .stripTrailingZeros()
                    .toPlainString();
            return new Control(
                    key.name(),
                    key.label(),
                    List.of(),
                    number,
                    Optional.of(new Control.Range(between.least(), between.most())));
        }
        return new Control(key.name(), key.label(), options(key), chosen(key));
    }

    private List<Option> options(Key key) {
        if (key.allowed() instanceof Allowed.OneOf oneOf) {
            return oneOf.options();
        }
        return switch (key.role()) {
            case DIMENSION -> dimensions(key);
            case SCORE -> columns(key);
            case FLAG -> Option.ON_OFF;
            case VALUE -> values();
            default -> throw new IllegalStateException(key.name() + " has no control");
        };
    }

    private List<Option> dimensions(Key key) {
        List<Option> options = new ArrayList<>(key.required() || hasMeaning(key) ? List.of() : List.of(Option.NONE));
        data.schema()
                .dimensions()
                .forEach(dimension -> options.add(new Option(dimension.name(), DimensionTitle.of(dimension.name()))));
        return options;
    }

    private List<Option> columns(Key key) {
        boolean none = !key.required() && !hasMeaning(key);
        List<Option> options = new ArrayList<>(none ? List.of(new Option("", "number of customers")) : List.of());
        for (CustomerColumn column : CustomerColumn.measures()) {
            options.add(new Option(column.column(), ColumnText.of(column).title()));
        }
        return options;
    }

    private List<Option> values() {
        List<Option> options = new ArrayList<>(List.of(Option.AUTOMATIC));
        List<ValueCount> values = data.values(chart.shown().getOrDefault("by", ""));
        for (ValueCount value : values.subList(0, Math.min(MOST_VALUES, values.size()))) {
            options.add(Option.of(Values.label(value.value())));
        }
        return options;
    }

    /** Whether there is one also where nothing is set, so that "none" is no choice. */
    private boolean hasMeaning(Key key) {
        return chart.shown().containsKey(key.name());
    }

    private String chosen(Key key) {
        return Optional.ofNullable(chart.shown().get(key.name())).orElseGet(() -> switch (key.role()) {
            case FLAG -> Boolean.toString(settings.flag(key.name(), false));
            case CHOICE -> settings.choice(key);
            // Programs read this of a histogram without a colour, too, which has no column of that name
            default -> settings.text(key.name()).orElse(key.name().equals("color") ? MONETARY_VALUE : "");
        });
    }
}
