/** What the tests of all modules share: the test data, and statistics by their definition to compare with. */
@NullMarked
package com.cdhdashboard.testdata;

import org.jspecify.annotations.NullMarked;
