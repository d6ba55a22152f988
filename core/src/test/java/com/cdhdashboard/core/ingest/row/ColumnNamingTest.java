package com.cdhdashboard.core.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(ColumnNaming.of(List.of(raw))).isEqualTo(Map.of(name, List.of(raw)));
    }

    @Test
    void dropsTechnicalColumnsByTheirOriginalNames() {
        assertThat(ColumnNaming.of(List.of("pxFactID", "pyName", "pyLabel", "IPAddress", "Label", "FactID", "pyName")))
                .isEqualTo(Map.of("Name", List.of("pyName"), "Label", List.of("Label"), "FactID", List.of("FactID")));
    }

    @ParameterizedTest
    @CsvSource({
        "pyName Name, Name, Name pyName",
        "pyName name, Name, name pyName",
        "pyName pxName Name, Name, Name pxName pyName",
        "pyName pxName, Name, pxName pyName",
        "NAME name PYNAME Name pyname, Name, Name name NAME pyname PYNAME",
        "PYNAME pyname, Name, pyname PYNAME",
        "NAME, NAME, NAME",
    })
    void columnsThatComeToOneNameAreOneInAnOrderOfTheirOwn(String raws, String name, String ordered) {
        List<String> order = new ArrayList<>(List.of(raws.split(" ")));
        for (int i = 0; i < 2; i++) {
            assertThat(ColumnNaming.of(order)).isEqualTo(Map.of(name, List.of(ordered.split(" "))));
            Collections.reverse(order);
        }
    }
}
