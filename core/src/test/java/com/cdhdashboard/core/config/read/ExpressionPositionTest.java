package com.cdhdashboard.core.config.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.Preparation;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.expression.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ExpressionPositionTest {
    private static final String SOURCE = "[ih]\nfile_type = \"csv\"\nfile_pattern = \"*\"\n";

    record Case(String toml, String text, int line, int column, boolean verbatim) {}

    static final List<Case> CASES = List.of(
            new Case("[ih.extensions]\nfilter = \"a == 1\"", "a == 1", 5, 11, true),
            new Case("[ih.extensions]\nfilter = 'a == 1'", "a == 1", 5, 11, true),
            new Case("[ih.extensions]\n  filter\t=   'a == 1'  # why", "a == 1", 5, 15, true),
            new Case("[ih.extensions]\nfilter = \"a == \\\"x\\\"\"", "a == \"x\"", 5, 11, false),
            new Case("[ih.extensions]\nfilter = \"\"\"a\n & b\"\"\"", "a\n & b", 5, 13, true),
            new Case("[ih.extensions]\nfilter = \"\"\"\na\n & b\n\"\"\"", "a\n & b\n", 6, 1, true),
            new Case("[ih.extensions]\nfilter = '''\n\n a'''", "\n a", 6, 1, true),
            new Case("[ih.extensions]\nfilter = \"\"\"a \\\n   & b\"\"\"", "a & b", 5, 13, false),
            new Case("[ih.extensions]\nfilter = '''a == \"x\"'''", "a == \"x\"", 5, 13, true),
            new Case("[ih.extensions]\nfilter = \"\"\"a == \"x\"\"\"\"", "a == \"x\"", 5, 13, true),
            new Case("[ih.extensions]\n\"filter\" = 'a'", "a", 5, 13, true),
            new Case("extensions.filter = 'a'", "a", 4, 22, true),
            new Case("\"extensions\" . 'filter' = 'a'", "a", 4, 28, true),
            new Case("extensions = { columns = '', filter = 'a' }", "a", 4, 40, true),
            new Case("extensions = { 'columns' = '=', filter = 'é😀' }", "é😀", 4, 43, true),
            new Case("extensions = { columns = '😀', filter = 'a' }", "a", 4, 41, true));

    @ParameterizedTest
    @FieldSource("CASES")
    void anExpressionStartsWhereItsFirstCharacterStands(Case expected) {
        Configuration configuration = TestingConfiguration.faultless(SOURCE + expected.toml + "\n");

        assertThat(configuration.interactionHistory().preparation().filter())
                .contains(new SourceText(
                        expected.text, new Position("config.toml", expected.line, expected.column), expected.verbatim));
    }

    @Test
    void blankExpressionsAreAbsent() {
        Preparation preparation = TestingConfiguration.faultless(
                        SOURCE + "[ih.extensions]\nfilter = \"\"\"\n  \"\"\"\ncolumns = []\n")
                .interactionHistory()
                .preparation();

        assertThat(preparation.filter()).isEmpty();
        assertThat(preparation.columns()).isEmpty();
    }

    @Test
    void aListOfWholeExpressionsIsJoined() {
        assertThat(columns("columns = [\n  \"pl.col('A').alias('B')\",\n  '''pl.lit(\"x)\").alias('C')''',\n]"))
                .isEqualTo(new SourceText(
                        "[pl.col('A').alias('B'), pl.lit(\"x)\").alias('C')]",
                        new Position("config.toml", 6, 4),
                        false));
    }

    @Test
    void theOnlyElementOfAListKeepsItsPlace() {
        assertThat(columns("columns = [ \"[pl.col('A').alias('B')]\" ]"))
                .isEqualTo(new SourceText("[pl.col('A').alias('B')]", new Position("config.toml", 5, 14), true));
    }

    @Test
    void aMetricsFilterIsFoundToo() {
        Configuration configuration = TestingConfiguration.faultless(
                TestingConfiguration.METRICS + "filter = \"\"\"\n  pl.col('Rank') == 1\"\"\"\n");

        assertThat(configuration.metric("engagement").orElseThrow().common().filter())
                .contains(new SourceText("  pl.col('Rank') == 1", new Position("config.toml", 9, 1), true));
    }

    private static SourceText columns(String toml) {
        return TestingConfiguration.faultless(SOURCE + "[ih.extensions]\n" + toml + "\n")
                .interactionHistory()
                .preparation()
                .columns()
                .orElseThrow();
    }
}
