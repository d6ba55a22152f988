package com.cdhdashboard.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.metric.score.Scores;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableWritersTest {
    private static final Table TABLE = new Table(
            List.of(
                    Column.dimension("Day", ValueType.DATE),
                    Column.dimension("Name", ValueType.TEXT),
                    Column.measure("Count", ValueType.INTEGER),
                    Column.score("CTR")),
            List.of(
                    Arrays.asList(LocalDate.of(2024, 12, 20), "Gold \"Plus\" <b>card</b>", 1234567L, 0.1 + 0.2),
                    Arrays.asList(LocalDate.of(2024, 12, 21), "Fixed/10 years, 3.5 %", 7L, null),
                    Arrays.asList(null, "", 0L, 2e-3),
                    Arrays.asList(null, null, 3L, Double.NaN)));
    private static final Table EMPTY = new Table(List.of(Column.score("CTR")), List.of());

    private interface Writing {
        void write(Table table, Writer out) throws IOException;
    }

    @Test
    void jsonHoldsEveryValueUnroundedAndTellsMissingFromEmpty() throws IOException {
        assertThat(text(TableJson::write, TABLE)).isEqualTo("""
                [
                {"Day":"2024-12-20","Name":"Gold \\"Plus\\" <b>card</b>","Count":1234567,"CTR":0.30000000000000004},
                {"Day":"2024-12-21","Name":"Fixed/10 years, 3.5 %","Count":7,"CTR":null},
                {"Day":null,"Name":"","Count":0,"CTR":0.002},
                {"Day":null,"Name":null,"Count":3,"CTR":null}
                ]
                """);
        assertThat(text(TableJson::write, EMPTY)).isEqualTo("[]\n");
    }

    private static final Table NESTED = new Table(
            List.of(
                    Column.dimension("Test", ValueType.TEXT),
                    new Column("arms", ValueType.TABLE, Column.Role.SCORE),
                    new Column("note", ValueType.TEXT, Column.Role.SCORE)),
            List.of(
                    Arrays.asList("X", arms(Arrays.asList("=A", 1966L, 0.0625), Arrays.asList(null, 7L, null)), null),
                    Arrays.asList("Y", arms(), "=1+1")));

    @SafeVarargs
    private static Table arms(List<Object>... rows) {
        List<List<Object>> list = new ArrayList<>();
        for (List<Object> row : rows) {
            list.add(row);
        }
        return new Table(
                List.of(
                        Column.dimension("arm", ValueType.TEXT),
                        Column.measure("Count", ValueType.INTEGER),
                        Column.score("rate")),
                list);
    }

    @Test
    void aTableWithinACellIsAnArrayInJsonAndItsTextInCsv() throws IOException {
        assertThat(text(TableJson::write, NESTED)).isEqualTo("""
                [
                {"Test":"X","arms":[{"arm":"=A","Count":1966,"rate":0.0625},{"arm":null,"Count":7,"rate":null}],"note":null},
                {"Test":"Y","arms":[],"note":"=1+1"}
                ]
                """);
        assertThat(text(TableCsv::write, NESTED))
                .isEqualTo("Test,arms,note\r\n"
                        + "X,\"[{\"\"arm\"\":\"\"=A\"\",\"\"Count\"\":1966,\"\"rate\"\":0.0625},"
                        + "{\"\"arm\"\":null,\"\"Count\"\":7,\"\"rate\"\":null}]\",\r\n"
                        + "Y,[],'=1+1\r\n");
    }

    @Test
    void aTableWithinACellIsAFewWordsForPeople() throws IOException {
        assertThat(text(TableText::write, NESTED)).isEqualTo("""
                Test  arms                                              note
                ----  ------------------------------------------------  ----
                X     =A: Count 1,966, rate 6.25\u00a0%; (missing): Count 7  –
                Y                                                       =1+1
                """);
    }

    @ParameterizedTest
    @CsvSource({"2.0E-3, 0.002", "2.2250738585072014E-308, 2.2250738585072014E-308", "2E23, 2.0E23", "1, 1.0"})
    void jsonNumbersAreTheShortestThatReadBackTheSame(double number, String written) throws IOException {
        Table table = new Table(List.of(Column.score("x")), List.of(List.of(number)));
        assertThat(text(TableJson::write, table)).isEqualTo("[\n{\"x\":" + written + "}\n]\n");
        assertThat(Double.parseDouble(written)).isEqualTo(number);
    }

    @Test
    void csvIsSafeForSpreadsheets() throws IOException {
        assertThat(text(TableCsv::write, TABLE)).isEqualTo("""
                Day,Name,Count,CTR\r
                2024-12-20,"Gold ""Plus"" <b>card</b>",1234567,0.30000000000000004\r
                2024-12-21,"Fixed/10 years, 3.5 %",7,\r
                ,"",0,0.002\r
                ,,3,\r
                """);
        assertThat(text(TableCsv::write, EMPTY)).isEqualTo("CTR\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)"})
    void csvDisarmsFormulas(String formula) throws IOException {
        Table table = new Table(List.of(Column.dimension("x", ValueType.TEXT)), List.of(List.of(formula)));
        assertThat(text(TableCsv::write, table)).isEqualTo("x\r\n'" + formula + "\r\n");
    }

    @Test
    void csvLeavesNegativeNumbersAlone() throws IOException {
        Table table = new Table(List.of(Column.score("Lift")), List.of(List.of(-0.5)));
        assertThat(text(TableCsv::write, table)).isEqualTo("Lift\r\n-0.5\r\n");
    }

    @Test
    void textIsAlignedAndRounded() throws IOException {
        assertThat(text(TableText::write, TABLE)).isEqualTo("""
                Day         Name                         Count     CTR
                ----------  -----------------------  ---------  ------
                2024-12-20  Gold "Plus" <b>card</b>  1,234,567    0.30
                2024-12-21  Fixed/10 years, 3.5 %            7       –
                (missing)   (empty)                          0  0.0020
                (missing)   (missing)                        3       –
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "123456789.523 | 123,456,790",
                "0.012345678 | 0.012",
                "1e-300 | 1.0E-300",
                "0 | 0",
                "-0.25 | \u22120.25"
            })
    void textNumbersAreThoseOfThePages(double number, String written) throws IOException {
        Table table = new Table(List.of(Column.score("x")), List.of(List.of(number)));
        assertThat(text(TableText::write, table).lines().skip(2).toList().get(0))
                .isEqualTo(written);
    }

    @Test
    void columnsThatAreNotShownStillDecideOnDigits() throws IOException {
        Table table = new Table(
                List.of(Column.score("CTR"), Column.score("CTR_Low"), Column.score("CTR_High")),
                List.of(List.of(0.0503, 0.0412, 0.0611)));
        StringWriter out = new StringWriter();
        TableText.write(table, Scores::find, column -> column.name().equals("CTR"), out);
        assertThat(out.toString()).isEqualTo("""
                  CTR
                -----
                5.0\u00a0%
                """);
    }

    @Test
    void textCannotControlTheTerminal() {
        assertThat(TableText.visible("a\u001b[31mb\u202ec\nd")).isEqualTo("a\uFFFD[31mb\uFFFDc\uFFFDd");
    }

    @Test
    void figuresAreWrittenAsPlotlyTakesThem() throws IOException {
        Map<String, Object> trace = new LinkedHashMap<>();
        trace.put("x", List.of(LocalDate.of(2024, 12, 20), "a"));
        trace.put("y", Arrays.asList(1L, 0.5, null, true));
        StringWriter out = new StringWriter();
        TableJson.write(new Figure(List.of(trace), Map.of("height", 640)), out);
        assertThat(out.toString())
                .isEqualTo("{\"data\":[{\"x\":[\"2024-12-20\",\"a\"],\"y\":[1,0.5,null,true]}],"
                        + "\"layout\":{\"height\":640}}\n");
    }

    private static String text(Writing writing, Table table) throws IOException {
        StringWriter out = new StringWriter();
        writing.write(table, out);
        return out.toString();
    }
}
