package com.cdhdashboard.core.ingest.row;

import static com.cdhdashboard.core.ingest.TestingArchives.file;
import static com.cdhdashboard.core.ingest.TestingArchives.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.format.Format;
import com.cdhdashboard.core.ingest.row.ColumnProfile.Kind;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnProfilesTest {
    @TempDir
    Path folder;

    private Map<String, ColumnProfile> columns(String content, Format format, int maxRows) {
        return ColumnProfiles.columns(file(folder, "x.json", utf8(content)).path(), format, maxRows);
    }

    private static ColumnProfile profile(Kind... kinds) {
        return new ColumnProfile(Set.of(kinds));
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("null", EnumSet.of(Kind.NULL), ValueType.TEXT),
                Arguments.of("'' null", EnumSet.of(Kind.NULL, Kind.EMPTY), ValueType.TEXT),
                Arguments.of("true false null", EnumSet.of(Kind.NULL, Kind.BOOLEAN), ValueType.BOOLEAN),
                Arguments.of("1 -2 ''", EnumSet.of(Kind.INTEGER, Kind.EMPTY), ValueType.INTEGER),
                Arguments.of("9007199254740992 -1", EnumSet.of(Kind.INTEGER), ValueType.INTEGER),
                Arguments.of("9007199254740993 1", EnumSet.of(Kind.INTEGER, Kind.LARGE), ValueType.INTEGER),
                Arguments.of("9007199254740993 0.5", EnumSet.of(Kind.LARGE, Kind.NUMBER), ValueType.TEXT),
                Arguments.of("-9223372036854775808", EnumSet.of(Kind.LARGE), ValueType.INTEGER),
                Arguments.of("9223372036854775808", EnumSet.of(Kind.HUGE), ValueType.TEXT),
                Arguments.of(
                        "1 0.5 '' null",
                        EnumSet.of(Kind.NULL, Kind.EMPTY, Kind.INTEGER, Kind.NUMBER),
                        ValueType.NUMBER),
                Arguments.of("1 'a'", EnumSet.of(Kind.INTEGER, Kind.TEXT), ValueType.TEXT),
                Arguments.of("true 1", EnumSet.of(Kind.BOOLEAN, Kind.INTEGER), ValueType.TEXT),
                Arguments.of("{} [1]", EnumSet.of(Kind.NESTED), ValueType.TEXT),
                Arguments.of("'20210127T132203.201_GMT'", EnumSet.of(Kind.TEXT), ValueType.TEXT));
    }

    @ParameterizedTest
    @MethodSource("values")
    void learnsTheKindsAndTheTypeOfAColumn(String values, EnumSet<Kind> kinds, ValueType type) {
        String rows = Stream.of(values.replace('\'', '"').split(" "))
                .map(value -> "{\"a\":" + value + "}\n")
                .collect(Collectors.joining());
        assertThat(columns(rows, Format.NDJSON, 100)).containsExactly(entry("a", new ColumnProfile(kinds)));
        assertThat(new ColumnProfile(kinds).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"NULL, false", "EMPTY, false", "TEXT, true", "INTEGER, true"})
    void knowsWhetherAValueWasSeen(Kind kind, boolean seen) {
        assertThat(profile(kind).hasValues()).isEqualTo(seen);
    }

    @Test
    void namesColumnsInOrderOfAppearanceAndStopsAfterTheRowsAsked() {
        String rows = "{\"b\":1,\"a\":1}\n\n{\"c\":{\"a\":\"x\"},\"a\":2}\n{\"d\":1,\"a\":\"x\"}";
        assertThat(columns(rows, Format.NDJSON, 2))
                .containsExactly(
                        entry("b", profile(Kind.INTEGER)),
                        entry("a", profile(Kind.INTEGER)),
                        entry("c", profile(Kind.NESTED)));
    }

    @Test
    void passesOverRowsThatCannotBeRead() {
        assertThat(columns("{\"x\":1,\n{\"a\":1}\n[]", Format.NDJSON, 10))
                .containsExactly(entry("a", profile(Kind.INTEGER)));
    }

    @Test
    void passesOverAFieldWithoutAName() {
        assertThat(columns("{\"\":1,\"a\":1}", Format.NDJSON, 10)).containsExactly(entry("a", profile(Kind.INTEGER)));
    }
}
