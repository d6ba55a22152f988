/** Where the tests of all modules find the test data. */
@NullMarked
package com.cdhdashboard.testdata;

import org.jspecify.annotations.NullMarked;
