package com.cdhdashboard.app.page.configuration.files;

import com.cdhdashboard.app.view.SizeText;
import com.cdhdashboard.core.error.UserException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A configuration that somebody sends as a file. */
public final class UploadedText {
    /** Far more than any configuration has; a form with as much still passes the limit of the server. */
    static final int MOST_BYTES = 512 << 10;

    private UploadedText() {}

    public static String of(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new UserException("The file has " + SizeText.bytes(bytes.length) + "; a configuration may have "
                    + SizeText.bytes(MOST_BYTES));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UserException("The file is not UTF-8 text; save it in the encoding UTF-8 and choose it again");
        }
    }
}
