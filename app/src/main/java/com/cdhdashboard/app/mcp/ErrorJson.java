package com.cdhdashboard.app.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;

/**
 * A refused message as the protocol has it. The library would write the exception with all that it holds, the places in the
 * program where it arose among that.
 */
final class ErrorJson extends StdSerializer<McpError> {
    private static final long serialVersionUID = 1L;

    ErrorJson() {
        super(McpError.class);
    }

    @Override
    public void serialize(McpError error, JsonGenerator json, SerializerProvider provider) throws IOException {
        boolean ours = error.getJsonRpcError().code() == McpSchema.ErrorCodes.INTERNAL_ERROR;
        json.writeStartObject();
        json.writeStringField("jsonrpc", "2.0");
        json.writeNullField("id");
        json.writeObjectFieldStart("error");
        json.writeNumberField("code", error.getJsonRpcError().code());
        json.writeStringField(
                "message",
                ours
                        ? "The request has not the form of the protocol, or the program failed at it; its log has the cause"
                        : error.getJsonRpcError().message());
        json.writeEndObject();
        json.writeEndObject();
    }
}
