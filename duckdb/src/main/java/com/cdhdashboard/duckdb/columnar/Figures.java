package com.cdhdashboard.duckdb.columnar;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows of a place and some figures, as columns that are filled row by row. Arrays given out are its own. */
final class Figures {
    /** What a row takes at least: a place and a figure. */
    static final int FEWEST_BYTES = Integer.BYTES + Double.BYTES;

    private final int[] places;
    private final double[][] columns;
    private boolean finite = true;
    private int filled;

    Figures(int rows, int columns) {
        this.places = new int[rows];
        this.columns = new double[columns][rows];
    }

    /** Adds a row of an integer and doubles. */
    void add(ResultSet row) throws SQLException {
        places[filled] = row.getInt(1);
        for (int i = 0; i < columns.length; i++) {
            double figure = row.getDouble(i + 2);
            columns[i][filled] = figure;
            finite &= Double.isFinite(figure);
        }
        filled++;
    }

    /** Whether all rows were added, and every figure is finite. */
    boolean complete() {
        return filled == places.length && finite;
    }

    int[] places() {
        return places;
    }

    double[] column(int place) {
        return columns[place];
    }

    /** A column of whole numbers that fit. */
    char[] codes(int place) {
        char[] codes = new char[filled];
        for (int row = 0; row < filled; row++) {
            codes[row] = (char) columns[place][row];
        }
        return codes;
    }
}
