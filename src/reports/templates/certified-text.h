/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/subject.h"

G_BEGIN_DECLS

/* How many certified workers there are, how that changed in TREND, what part of those of the division above that is, and
 * how the SHARE of them stands against its and the nation's. CERTIFIED and SHARE are of the region and those it is
 * compared with. */
void atlas_subject_append_certified (AtlasSubject *self, GString *text, AtlasTable *certified, AtlasTable *share,
                                     AtlasTable *trend);
/* "宁夏有助理社会工作师3,202人、社会工作师868人、高级社会工作师2人。" */
void atlas_subject_append_grades    (AtlasSubject *self, GString *text, AtlasTable *grades);

G_END_DECLS
