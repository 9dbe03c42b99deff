/** Who takes part: staff, departments, roles, invitations and enrolment, each person's language and push time, and who can be reached. */
@NullMarked
package org.panfeng.people;

import org.jspecify.annotations.NullMarked;
