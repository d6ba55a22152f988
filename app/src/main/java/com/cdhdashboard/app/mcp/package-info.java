/**
 * The tools as a server of the Model Context Protocol, over HTTP and over standard input and output, by the official SDK.
 *
 * <p>Not here: what tools answer; nobody else knows the SDK.
 */
@NullMarked
package com.cdhdashboard.app.mcp;

import org.jspecify.annotations.NullMarked;
