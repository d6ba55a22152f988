@NullMarked
package com.cdhdashboard.assistant.improve;

import org.jspecify.annotations.NullMarked;
