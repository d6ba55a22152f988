package com.cdhdashboard.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnNamingTest {
    @ParameterizedTest
    @CsvSource({
        "pyChannel, Channel",
        "pxOutcomeTime, OutcomeTime",
        "pzInsKey, InsKey",
        "pxinteractionID, InteractionID",
        "CustomerID, CustomerID",
        "customerID, CustomerID",
        "identity, Identity",
        "PyName, PyName",
        "paName, PaName",
        "px, Px",
        "py1, 1",
        "ärger, Ärger",
        "_x, _x",
    })
    void givesTheNameThatConfigurationsUse(String raw, String name) {
        assertThat(ColumnNaming.of(List.of(raw)))
                .isEqualTo(new ColumnNames(List.of(new NamedColumn(raw, name)), List.of()));
    }

    @Test
    void dropsTechnicalColumnsByTheirOriginalNames() {
        assertThat(ColumnNaming.of(List.of("pxFactID", "pyName", "pyLabel", "IPAddress", "Label", "FactID", "pyName")))
                .isEqualTo(new ColumnNames(
                        List.of(
                                new NamedColumn("pyName", "Name"),
                                new NamedColumn("Label", "Label"),
                                new NamedColumn("FactID", "FactID")),
                        List.of()));
    }

    static Stream<Arguments> collisions() {
        return Stream.of(
                Arguments.of(
                        List.of("pyName", "Name"),
                        List.of("pyName=pyName", "Name=Name"),
                        List.of(
                                "columns \"Name\" and \"pyName\" would both be \"Name\"; \"pyName\" keeps its own name")),
                Arguments.of(
                        List.of("pyName", "name"),
                        List.of("pyName=pyName", "name=Name"),
                        List.of(
                                "columns \"name\" and \"pyName\" would both be \"Name\"; \"pyName\" keeps its own name")),
                Arguments.of(
                        List.of("pyName", "pxName", "Name"),
                        List.of("pyName=pyName", "pxName=pxName", "Name=Name"),
                        List.of(
                                "columns \"Name\" and \"pxName\" would both be \"Name\"; \"pxName\" keeps its own name",
                                "columns \"Name\" and \"pyName\" would both be \"Name\"; \"pyName\" keeps its own name")),
                Arguments.of(
                        List.of("pyName", "pxName"),
                        List.of("pyName=pyName", "pxName=Name"),
                        List.of(
                                "columns \"pxName\" and \"pyName\" would both be \"Name\"; \"pyName\" keeps its own name")));
    }

    @ParameterizedTest
    @MethodSource("collisions")
    void onlyOneOfCollidingColumnsGetsTheNameWhateverTheirOrder(
            List<String> raws, List<String> expected, List<String> warnings) {
        List<String> reversed = new ArrayList<>(raws);
        Collections.reverse(reversed);
        for (List<String> order : List.of(raws, reversed)) {
            ColumnNames names = ColumnNaming.of(order);
            assertThat(names.columns())
                    .extracting(column -> column.raw() + "=" + column.name())
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(names.warnings()).isEqualTo(warnings);
        }
    }
}
