package com.cdhdashboard.core.sheet;

import com.cdhdashboard.core.config.TableOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a table twice: first how its numbers are written, as one value alone does not tell; then its rows. */
final class TableReading {
    private static final int NAMED = 5;

    private final String place;
    private final TableOptions options;
    private final NumberForms forms;
    private final Source source;

    /** A file that can be read from its start as often as is asked for. */
    interface Source {
        void readAll(RowSink rows) throws IOException;
    }

    TableReading(String place, TableOptions options, NumberForms forms, Source source) {
        this.place = place;
        this.options = options;
        this.forms = forms;
        this.source = source;
    }

    /**
     * Writes the rows as JSON.
     *
     * @param calendar by which bare numbers count where they are days
     * @return what is to be known of header and numbers
     */
    List<String> write(OutputStream out, Optional<WorkbookCalendar> calendar) throws IOException {
        Tallies tallies = new Tallies();
        Optional<String> twins = pass(tallies);
        SheetRows rows =
                new SheetRows(out, forms, new Days(calendar, options.days()), new NamedColumns(options.texts()));
        pass(rows);
        rows.finish();
        List<String> notes = new ArrayList<>(tallies.notes);
        twins.ifPresent(notes::add);
        notes.addAll(forms.notes(tallies.names));
        notes.addAll(rows.notes());
        if (!tallies.any) {
            notes.add("there are no rows below the header " + quoted(tallies.names));
        }
        return notes;
    }

    private static String quoted(List<String> names) {
        String named =
                names.stream().limit(NAMED).map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
        return named + (names.size() > NAMED ? ", …" : "");
    }

    private Optional<String> pass(HeadedRows.Table table) throws IOException {
        HeadedRows headed = new HeadedRows(place, options, table);
        source.readAll(headed);
        headed.finish();
        return headed.note();
    }

    private final class Tallies implements HeadedRows.Table {
        private List<String> names = List.of();
        private List<String> notes = List.of();
        private BitSet texts = new BitSet();
        private boolean any;

        @Override
        public void begin(Header header) {
            names = header.names();
            notes = header.notes();
            texts = new NamedColumns(options.texts()).among(names);
        }

        @Override
        public void row(long number, List<SheetValue> values) {
            any = true;
            if (values.size() <= names.size()) {
                forms.add(values, texts);
            }
        }

        @Override
        public void reject(long number, String reason, List<SheetValue> values) {
            // Says nothing of how the others are written
            any = true;
        }
    }
}
