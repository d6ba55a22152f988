package com.cdhdashboard.assistant.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.sample.SampleSummary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassificationTest {
    /** Of 1,000 rows; values are separated by {@code ;}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Country        | TEXT    | 12   | DE;FR              | DIMENSION",
                "AccountType    | TEXT    | 3    | Gold;Basic         | DIMENSION",
                "Strategy       | TEXT    | 4    | Grow;Keep          | DIMENSION",
                "Community      | TEXT    | 9    | North;South        | DIMENSION",
                "Manufacturer   | TEXT    | 30   | A;B                | DIMENSION",
                "NetworkType    | TEXT    | 2    | 4G;5G              | DIMENSION",
                "Paid           | BOOLEAN | 2    | true;false         | DIMENSION",
                "Valid          | TEXT    | 2    | Y;N                | DIMENSION",
                "Sentiment      | TEXT    | 3    | good;bad           | DIMENSION",
                "Discount       | NUMBER  | 40   | 0.1;0.2            | MEASURE",
                "CountryCount   | INTEGER | 70   | 3;4                | MEASURE",
                "Tier           | INTEGER | 4    | 1;2;3;4            | DIMENSION",
                "BasketID       | TEXT    | 900  |                    | ID",
                "ChannelID      | TEXT    | 4    | W;M                | DIMENSION",
                "CustomerID     | TEXT    | 4    | c1;c2              | PERSONAL",
                "EmailAddress   | TEXT    | 400  |                    | PERSONAL",
                "EmailType      | TEXT    | 3    | work;home          | DIMENSION",
                "Contact        | TEXT    | 300  | a@b.example;c@d.ee | PERSONAL",
                "Reachable      | TEXT    | 300  | +49 170 1234567    | PERSONAL",
                "FirstName      | TEXT    | 50   | Ann;Bob            | PERSONAL",
                "ContextName    | TEXT    | 50   | Start;Basket       | DIMENSION",
                "EventTime      | TEXT    | 800  |                    | TIME",
                "UpdateDay      | TEXT    | 9    | 2024-01-01         | TIME",
                "Arrived        | TIMESTAMP | 9  |                    | TIME",
                "Runtime        | INTEGER | 700  |                    | MEASURE",
                "WorkStream     | TEXT    | 3    | a;b                | TECHNICAL",
                "Remark         | TEXT    | 700  |                    | VARIOUS",
                "Country2       | TEXT    | 1    | DE                 | CONSTANT",
                "Nothing        | TEXT    | 0    |                    | EMPTY",
                "Outcome        | TEXT    | 4    | Clicked            | OUTCOME",
                "Name           | TEXT    | 1400 |                    | DIMENSION",
                "Propensity     | TEXT    | 900  |                    | MEASURE",
            })
    void fieldsAreWhatTheyHold(String name, ValueType type, long different, String values, FieldKind kind) {
        List<SampleSummary.Frequent> frequent = values == null
                ? List.of()
                : Stream.of(values.split(";"))
                        .map(value -> new SampleSummary.Frequent(value, 10))
                        .toList();
        DataField field = new Classification(1000, true)
                .of(new SampleSummary.Column(
                        name,
                        Optional.of(type),
                        Optional.of(new SampleSummary.Seen(different == 0 ? 0 : 1000, different, frequent))));
        assertThat(field.kind()).as(field.reason()).isEqualTo(kind);
    }

    @Test
    void columnsOfWhichNothingIsKeptMayTellOfPeople() {
        DataField field = new Classification(10, true)
                .of(new SampleSummary.Column("Anything", Optional.empty(), Optional.empty()));
        assertThat(field.kind()).isEqualTo(FieldKind.PERSONAL);
        assertThat(field.tellable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FinalPropensity | final propensity",
                "ROIScore2       | roi score 2",
                "customer_type   | customer type",
                "CDHOutcome      | cdh outcome",
                "pre-paid plan   | pre paid plan",
                "ÄnderungsDatum  | änderungs datum"
            })
    void namesAreSplitIntoWords(String name, String words) {
        assertThat(NameWords.of(name).words()).containsExactly(words.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "Clicked, CLICKED",
        "click, CLICKED",
        "Click-Through, CLICKED",
        "Accepted, ACCEPTED",
        "Not interested, REFUSED",
        "NoResponse, REFUSED",
        "Rejected, REFUSED",
        "Impression, SHOWN",
        "Pending, SENT",
        "Opened, OPENED",
        "Converted, CONVERTED",
        "ProductPurchased, CONVERTED",
        "Seen 7, ",
        "Nothing, "
    })
    void outcomesMeanWhatTheyUsuallyMean(String outcome, OutcomeWord meaning) {
        assertThat(OutcomeWord.of(outcome)).isEqualTo(Optional.ofNullable(meaning));
    }
}
