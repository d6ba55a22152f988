package com.cdhdashboard.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** Named parts come into their places, and none is forgotten or made up. */
class SqlTemplateTest {
    @Test
    void fillsEveryPlaceOfAPart() {
        String sql = SqlTemplate.of("""
                SELECT ${column}, count(*) AS n
                FROM ${table}
                GROUP BY ${column}
                """)
                .with("column", "\"Channel\"")
                .with("table", "rows")
                .sql();
        assertThat(sql).isEqualTo("""
                SELECT "Channel", count(*) AS n
                FROM rows
                GROUP BY "Channel\"""");
    }

    @Test
    void movesLinesOfAPartUnderItsOwnButNoTextOfALiteral() {
        String sql = SqlTemplate.of("""
                SELECT *
                FROM (
                    ${rows}
                )""")
                .with("rows", "SELECT 'it''s\n1' AS \"a\nb\"\nFROM t")
                .sql();
        assertThat(sql).isEqualTo("SELECT *\nFROM (\n    SELECT 'it''s\n1' AS \"a\nb\"\n    FROM t\n)");
    }

    @Test
    void leavesOutALineOfNothingButEmptyParts() {
        String sql = SqlTemplate.of("""
                SELECT 1
                ${join} ${where}
                LIMIT ${most}""")
                .with("join", "")
                .with("where", "")
                .with("most", 3)
                .sql();
        assertThat(sql).isEqualTo("SELECT 1\nLIMIT 3");
    }

    @Test
    void takesAPartAsItIs() {
        assertThat(SqlTemplate.of("SELECT ${text}")
                        .with("text", "'${other} $1 \\'")
                        .sql())
                .isEqualTo("SELECT '${other} $1 \\'");
    }

    @Test
    void refusesAPartThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SqlTemplate.of("SELECT ${a}").with("b", "1"))
                .withMessage("no part ${b} in: SELECT ${a}");
    }

    @Test
    void refusesAPartThatIsFilledAlready() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SqlTemplate.of("SELECT ${a}").with("a", "1").with("a", "2"))
                .withMessage("${a} is filled already in: SELECT ${a}");
    }

    @Test
    void refusesToLeaveAPartOpen() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SqlTemplate.of("SELECT ${b}, ${a}, ${c}").with("c", 1).sql())
                .withMessage("not filled: [a, b] in: SELECT ${b}, ${a}, ${c}");
    }
}
