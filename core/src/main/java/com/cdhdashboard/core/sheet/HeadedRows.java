package com.cdhdashboard.core.sheet;

import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the first rows back until they tell which of them names the columns; empty rows are passed over. */
final class HeadedRows implements RowSink {
    private static final int ROWS = 50;

    private final String place;
    private final TableOptions options;
    private final Table table;
    private final List<Held> held = new ArrayList<>();
    private TwinColumns twins = new TwinColumns(Map.of());
    private boolean begun;

    /** What takes the rows below the header. */
    interface Table extends RowSink {
        void begin(Header header) throws IOException;
    }

    /** @param reason why the row cannot be read; empty where it can */
    private record Held(FirstRow row, String reason) {}

    HeadedRows(String place, TableOptions options, Table table) {
        this.place = place;
        this.options = options;
        this.table = table;
    }

    @Override
    public void row(long number, List<SheetValue> values) throws IOException {
        List<SheetValue> row = trimmed(values);
        if (row.isEmpty()) {
            return;
        }
        if (begun) {
            table.row(number, twins.joined(number, row));
        } else {
            hold(new Held(new FirstRow(number, row), ""));
        }
    }

    @Override
    public void reject(long number, String reason, List<SheetValue> values) throws IOException {
        if (begun) {
            table.reject(number, reason, values);
        } else {
            hold(new Held(new FirstRow(number, values), reason));
        }
    }

    private void hold(Held row) throws IOException {
        if (row.row.number() < options.headerRow().orElse(1)) {
            return;
        }
        held.add(row);
        if (held.size() == ROWS) {
            begin();
        }
    }

    /** Ends the table. Without any row it has no header and is empty. */
    void finish() throws IOException {
        if (!begun && !held.isEmpty()) {
            begin();
        } else if (!begun && options.headerRow().isPresent()) {
            throw new UserException(place + ": there is no row "
                    + options.headerRow().get() + ", which the option header_row names, and none behind it");
        }
    }

    /** What is to be said of rows in which columns of the same name differ. */
    Optional<String> note() {
        return twins.note();
    }

    private void begin() throws IOException {
        begun = true;
        List<FirstRow> whole =
                held.stream().filter(row -> row.reason.isEmpty()).map(Held::row).toList();
        long last = 0;
        if (!whole.isEmpty()) {
            Header header = Header.of(place, whole, options);
            table.begin(header);
            twins = new TwinColumns(header.twins());
            last = header.above() == 0 ? 0 : whole.get(header.above() - 1).number();
        }
        for (Held row : held) {
            if (row.row.number() > last && row.reason.isEmpty()) {
                table.row(row.row.number(), twins.joined(row.row.number(), row.row.values()));
            } else if (!row.reason.isEmpty()) {
                table.reject(row.row.number(), row.reason, row.row.values());
            }
        }
        held.clear();
    }

    private static List<SheetValue> trimmed(List<SheetValue> row) {
        int end = row.size();
        while (end > 0 && row.get(end - 1).missing()) {
            end--;
        }
        return row.subList(0, end);
    }
}
