package com.cdhdashboard.core.ingest.row;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.format.Format;
import com.cdhdashboard.core.ingest.format.Part;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at the first rows of JSON files to learn their columns; engines know those of parquet themselves. */
public final class ColumnProfiles {
    private ColumnProfiles() {}

    /** {@link #columns(Path, Format, int)} of a part. */
    public static Map<String, ColumnProfile> columns(Part part, int maxRows) {
        return columns(part.file(), part.format(), maxRows);
    }

    /**
     * The columns of the first rows by raw name, in order of appearance. Rows that are no JSON object are passed over.
     *
     * @param format NDJSON
     */
    public static Map<String, ColumnProfile> columns(Path file, Format format, int maxRows) {
        // Sets that are added to, as this runs while the program starts, when every object costs
        Map<String, EnumSet<ColumnProfile.Kind>> columns = new LinkedHashMap<>();
        Set<String> twice = new HashSet<>();
        try (RawRows rows = RawRows.open(file, format)) {
            for (int i = 0; i < maxRows; i++) {
                Optional<RawRow> row = rows.next();
                if (row.isEmpty()) {
                    break;
                }
                kinds(row.get(), twice)
                        .forEach((name, seen) -> columns.computeIfAbsent(
                                        name, some -> EnumSet.noneOf(ColumnProfile.Kind.class))
                                .add(seen));
            }
        } catch (IOException e) {
            throw new UserException(
                    UserException.Kind.USER, "\"" + file.getFileName() + "\" cannot be read; check its permissions", e);
        }
        Map<String, ColumnProfile> profiles = new LinkedHashMap<>();
        columns.forEach((name, kinds) -> profiles.put(name, new ColumnProfile(kinds, twice.contains(name))));
        return Collections.unmodifiableMap(profiles);
    }

    private static Map<String, ColumnProfile.Kind> kinds(RawRow row, Set<String> twice) {
        Map<String, ColumnProfile.Kind> kinds = new LinkedHashMap<>();
        try {
            JsonRows.read(RowText.of(row), (name, json) -> {
                // No column can be called by no name
                if (!name.isEmpty() && kinds.put(name, kind(json)) != null) {
                    twice.add(name);
                }
                json.skipChildren();
            });
        } catch (RejectedRow e) {
            // Whoever reads the rows reports it; what came before the fault is not trusted
            kinds.clear();
        }
        return kinds;
    }

    private static ColumnProfile.Kind kind(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        return switch (token) {
            case VALUE_NULL -> ColumnProfile.Kind.NULL;
            case VALUE_TRUE, VALUE_FALSE -> ColumnProfile.Kind.BOOLEAN;
            case VALUE_NUMBER_INT -> ColumnProfile.Kind.ofWhole(json.getText());
            case VALUE_NUMBER_FLOAT -> ColumnProfile.Kind.NUMBER;
            case VALUE_STRING -> json.getTextLength() == 0 ? ColumnProfile.Kind.EMPTY : ColumnProfile.Kind.TEXT;
            default -> ColumnProfile.Kind.NESTED;
        };
    }
}
