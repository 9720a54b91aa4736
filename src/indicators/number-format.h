/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/indicator.h"
#include "indicators/observation.h"
#include "indicators/period-format.h"
#include "indicators/scale.h"

G_BEGIN_DECLS

/* VALUE as it is shown where nothing scales it: a share has one decimal and a rate two; counts and money are as they are. How
 * two such numbers differ, and whether they are level, is told of what is shown, since a reader has nothing else. */
double      atlas_round_as_shown   (double value, const AtlasUnit *unit);
/* The same of a finite VALUE below a header with SCALE, which is not ATLAS_SCALE_ONE, in multiples of it; DECIMALS: how many are
 * shown. */
double      atlas_round_in_scale   (double value, AtlasScale scale, guint *decimals);

/* A number in a column or on an axis whose header carries the unit: "8,175.3" for 81,753,000 in 万; "24.0" for
 * percent (shares have one decimal, C24); "—" for NAN. Minus is U+2212. A value below half the last place
 * that is not zero gets more decimals rather than 0 (C22). (transfer full). */
char       *atlas_format_cell      (double value, const AtlasUnit *unit, AtlasScale scale)
  G_GNUC_WARN_UNUSED_RESULT;
/* A number at an axis, with the decimals that its STEP to the next one needs: "0.5", "20", "1,000". */
char       *atlas_format_tick      (double value, double step, AtlasScale scale) G_GNUC_WARN_UNUSED_RESULT;

/* The same with its qualifier's sign, rounded so that the sign stays true: "≥ 8,175.3"; what is not exact has no zeros behind the
 * point that nobody knows, here and in all others: "≈ 5,110", "≥ 56" of 56% and more; (transfer full). */
char       *atlas_format_qualified_cell (double value, AtlasQualifier qualifier, const AtlasUnit *unit,
                                         AtlasScale scale) G_GNUC_WARN_UNUSED_RESULT;

/* A number in running text with its unit and qualifier: "4,072人", "82.4万元", "超过6000万元", "近93.1万人", "约1.36亿元",
 * "不到2,000人", "24.0%". Three to four significant digits from 万 on, no thousands comma mixed with 万 (C23);
 * "more than" rounds down and "less than" up, so that both stay true. English: "4,072 people", "more than 60
 * million yuan", "nearly 931,000 people". UNIT may be NULL in this and the others: a bare count. */
char       *atlas_format_text      (double value, AtlasQualifier qualifier, const AtlasUnit *unit)
  G_GNUC_WARN_UNUSED_RESULT;

/* The same with all its digits, where two numbers are held against each other: "约2,490,000,000元", "nearly 931,000 people". */
char       *atlas_format_full_text (double value, AtlasQualifier qualifier, const AtlasUnit *unit)
  G_GNUC_WARN_UNUSED_RESULT;

/* The value of OBSERVATION so. What was added up, counted or computed and is "at least" reads "at least", 不少于, since the
 * parts may be all there is, where a document's own 余, 多, 超 reads "more than", 超过. "—" where it is missing. (transfer full). */
char       *atlas_format_observation (const AtlasObservation *observation, const AtlasUnit *unit)
  G_GNUC_WARN_UNUSED_RESULT;
/* Its numerator so: what registers count "at least" reads so, too. (transfer full). */
char       *atlas_format_numerator   (const AtlasObservation *observation) G_GNUC_WARN_UNUSED_RESULT;
/* The value of one that stands in a sentence with OTHERS (element-type AtlasObservation), itself among them: exact ones in 万 all have the
 * decimals that the largest of them has, "14.23万人", "11.00万人", "9.70万人", and so have those in 亿 or millions. */
char       *atlas_format_observation_among (const AtlasObservation *observation, const AtlasUnit *unit, GPtrArray *others)
  G_GNUC_WARN_UNUSED_RESULT;
/* The values of OBSERVATIONS (element-type AtlasObservation), none of which is missing, as they are shown so, beside each other: as
 * many as there are; (transfer full). */
double     *atlas_round_among (GPtrArray *observations, const AtlasUnit *unit) G_GNUC_WARN_UNUSED_RESULT;

/* A number for labels on marks: short sign instead of a word: "≥ 6,000", "≈ 1.4万", "≥ 60 million", "≤ 39.6%". */
char       *atlas_format_label     (double value, AtlasQualifier qualifier, const AtlasUnit *unit,
                                    AtlasScale scale)
  G_GNUC_WARN_UNUSED_RESULT;
/* The same where a header carries the unit and with it the 万 or million: "≈ 1.4"; exact ones of a scale have the same decimals,
 * "9.72", "9.00"; (transfer full). */
char       *atlas_format_bare_label (double value, AtlasQualifier qualifier, const AtlasUnit *unit,
                                     AtlasScale scale)
  G_GNUC_WARN_UNUSED_RESULT;
/* The bare label with word and unit behind it: "≥ 6,000 people", "≈ 1.4万人", "9.00亿元", "39.6%"; (transfer full). */
char       *atlas_format_label_with_unit (double value, AtlasQualifier qualifier, const AtlasUnit *unit,
                                          AtlasScale scale)
  G_GNUC_WARN_UNUSED_RESULT;
/* "≥ ", "≤ ", "≈ ", "< " (nearly) or "". */
const char *atlas_qualifier_get_sign (AtlasQualifier qualifier);

/* A difference: "−7.3 百分点" between percentages, "+1,234 人" else; English "−7.3 percentage points". */
char       *atlas_format_difference (double difference, AtlasQualifier qualifier, const AtlasUnit *unit)
  G_GNUC_WARN_UNUSED_RESULT;
/* How many per cent more or less, with its sign: "+12.5%", "≥ +12.5%". */
char       *atlas_format_more_or_less (double percent, AtlasQualifier qualifier) G_GNUC_WARN_UNUSED_RESULT;
/* Growth in per cent with one decimal and sign, "—" where the base is zero or missing (C24). */
char       *atlas_format_growth    (double from, double to) G_GNUC_WARN_UNUSED_RESULT;
/* "1,385 / ≥ 3,500": of a ratio, else ""; (transfer full). */
char       *atlas_format_ratio     (const AtlasObservation *observation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
