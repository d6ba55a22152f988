package com.cdhdashboard.core.expression;

import com.cdhdashboard.core.cube.ValueType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The types {@code cast} can convert to, and the type values have afterwards. */
public enum DataType {
    UTF8("Utf8", ValueType.TEXT),
    STRING("String", ValueType.TEXT),
    INT8("Int8", ValueType.INTEGER),
    INT16("Int16", ValueType.INTEGER),
    INT32("Int32", ValueType.INTEGER),
    INT64("Int64", ValueType.INTEGER),
    UINT8("UInt8", ValueType.INTEGER),
    UINT16("UInt16", ValueType.INTEGER),
    UINT32("UInt32", ValueType.INTEGER),
    /** Computed with the precision of {@link #FLOAT64}. */
    FLOAT32("Float32", ValueType.NUMBER),
    FLOAT64("Float64", ValueType.NUMBER),
    BOOLEAN("Boolean", ValueType.BOOLEAN),
    DATE("Date", ValueType.DATE),
    DATETIME("Datetime", ValueType.TIMESTAMP);

    private final String pythonName;
    private final ValueType valueType;

    DataType(String pythonName, ValueType valueType) {
        this.pythonName = pythonName;
        this.valueType = valueType;
    }

    /** As written in expressions, such as {@code pl.Int64}. */
    public String pythonName() {
        return "pl." + pythonName;
    }

    public ValueType valueType() {
        return valueType;
    }

    /** The widest type whose values have this type. */
    public static DataType of(ValueType type) {
        return switch (type) {
            case TEXT -> UTF8;
            case INTEGER -> INT64;
            case NUMBER -> FLOAT64;
            case BOOLEAN -> BOOLEAN;
            case DATE -> DATE;
            case TIMESTAMP -> DATETIME;
            case TABLE -> throw ValueType.noTables();
        };
    }

    public static Optional<DataType> find(String pythonName) {
        return Arrays.stream(values())
                .filter(type -> type.pythonName().equals(pythonName))
                .findFirst();
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(DataType::pythonName).toList();
    }
}
