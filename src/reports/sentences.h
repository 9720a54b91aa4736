/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/spread.h"

G_BEGIN_DECLS

/* Words for observations, as a statistician would write them in the user's language. A clause is a piece of a
 * sentence without a full stop. Every function whose number is missing, or not known well enough for what it
 * would say, returns NULL, so that no sentence ever holds a missing number. All results are (transfer full).
 */

/* Joins pieces of text. */

/* NAME, which is written as a title, within a sentence: "Service projects" as "service projects"; what begins with several
 * capitals stays; (transfer full). */
char *atlas_sentence_dup_name (const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* "A, B and C"; "A、B、C" (element-type utf8). */
char *atlas_sentence_list   (GPtrArray *names) G_GNUC_WARN_UNUSED_RESULT;
/* "A, B or C"; "A、B、C": of what is not there (element-type utf8). */
char *atlas_sentence_list_none (GPtrArray *names) G_GNUC_WARN_UNUSED_RESULT;
/* "A, B, C"; "A、B、C": where they are no list of things, but all said of one (element-type utf8). */
char *atlas_sentence_join   (GPtrArray *names) G_GNUC_WARN_UNUSED_RESULT;
/* The clauses, NULLs left out, with CITATION ("〔2〕" or "") before the full stop; NULL if there is none. */
char *atlas_sentence_make (const char *const *clauses, guint n,
                           const char *citation) G_GNUC_WARN_UNUSED_RESULT;
/* Adds SENTENCE (nullable, "": nothing) to a paragraph; in English behind a space. */
void  atlas_sentence_append (GString *paragraph, const char *sentence);

/* Clauses about one observation. REGION is the name to be used for its region. */

/* "4.29人", "7,058.43元", "31.3%": as atlas_format_observation () has it, but of "人/万人" only "人", since the name of such a rate
 * ("每万人持证社工数") has said for how many it is; in English only money and shares have a unit, as the names of all others say
 * what they count. UNIT is that of its indicator. */
char *atlas_clause_value (const AtlasObservation *observation, const AtlasUnit *unit) G_GNUC_WARN_UNUSED_RESULT;
/* The same in a sentence with OTHERS (element-type AtlasObservation), itself among them, with as many decimals as they have. */
char *atlas_clause_value_among (const AtlasObservation *observation, const AtlasUnit *unit, GPtrArray *others)
  G_GNUC_WARN_UNUSED_RESULT;
/* A count without its unit, to stand before what is counted: "4,072", "about 19,000"; in English "no" where there is none. */
char *atlas_clause_count (const AtlasObservation *observation) G_GNUC_WARN_UNUSED_RESULT;
/* "2023年，吴忠市持证社工753人"; "Wuzhong City has 753 certified social workers (2023)": CLAUSE, with the period of the
 * observation that it speaks of where that is not TOLD. */
char *atlas_clause_dated (const char *clause, const AtlasObservation *observation,
                          const char *told) G_GNUC_WARN_UNUSED_RESULT;

/* "吴忠市持证社工753人", "大理州建成乡镇（街道）社工站112个", "綦江区持证社工超过810人", by the indicator and its
 * dimensions; any other indicator: "吴忠市志愿服务项目89,177个". */
char *atlas_clause_level (AtlasCatalogue *catalogue, const AtlasObservation *observation,
                          const char *region) G_GNUC_WARN_UNUSED_RESULT;
/* "占社会工作专业人才的31.3%": what certified_share says. */
char *atlas_clause_share    (const AtlasObservation *observation) G_GNUC_WARN_UNUSED_RESULT;
/* "持证率24.0%": the same, where a difference follows. */
char *atlas_clause_rate     (const AtlasObservation *observation) G_GNUC_WARN_UNUSED_RESULT;
/* "助理社会工作师3,202人、社会工作师868人、高级社会工作师2人": the rows of REGION in TABLE, broken down by one
 * dimension, with their period where that is not TOLD_PERIOD. */
char *atlas_clause_parts    (AtlasTable *table, const AtlasRegion *region,
                             const char *told_period) G_GNUC_WARN_UNUSED_RESULT;
/* "（2021年以来）", "（未注明日期）": NULL where it is EXPECTED. */
char *atlas_clause_period (const AtlasObservation *observation,
                           const char *expected) G_GNUC_WARN_UNUSED_RESULT;

/* Clauses about two. */

/* "低于宁夏7.3个百分点", "与宁夏持平", "高于全国（2022年）约1.2个百分点": for percentages. Said only where the qualifiers
 * leave the direction certain, and not of what a few counties have counted. NAME is that of the reference. */
char *atlas_clause_difference (const AtlasObservation *observation, const AtlasObservation *reference,
                               const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* "占宁夏的18.5%": said only of a region within the reference, for one and the same period, and where the whole is not what a
 * few counties have counted. */
char *atlas_clause_part_of (AtlasCatalogue *catalogue, const AtlasObservation *observation,
                            const AtlasObservation *whole, const char *whole_name) G_GNUC_WARN_UNUSED_RESULT;
/* "同比增长8.3%", "比2019年提高3.1个百分点": said only between single dates that lie 9 to 15 months apart for every
 * year, of numbers that are exact or about, and of no stand-in; not where one is published and the other counted in registers, or
 * of another definition. */
char *atlas_clause_change (const AtlasObservation *now, const AtlasObservation *before,
                           const AtlasUnit *unit) G_GNUC_WARN_UNUSED_RESULT;

/* What is known of the funding of a region, whose rows in PURPOSES are broken down by purpose: the total with
 * the parts of its period, then the others; or the parts alone where they make no total. NULL if nothing is
 * known. */
char *atlas_sentence_funding (AtlasCatalogue *catalogue, const AtlasObservation *total, AtlasTable *purposes,
                              const char *region, const char *citation) G_GNUC_WARN_UNUSED_RESULT;

/* "湖南省公布的覆盖率为100.0%（2019年12月），高于测算覆盖率（2019年）0.5个百分点。": what documents claim, set against what is
 * COMPUTED (nullable). */
char *atlas_sentence_claim (const AtlasObservation *claimed, const AtlasObservation *computed, const char *region,
                            const char *citation) G_GNUC_WARN_UNUSED_RESULT;

/* Sentences about a whole table. NAMES: region code → name to be used. */

/* How the region of OBSERVATION is called. */
const char *atlas_sentence_get_name (const AtlasObservation *observation, GHashTable *names);

/* "持证率由高到低依次为宁夏（31.3%）、吴忠市（24.0%）、大理州（11.0%）。", "持证社工由多到少依次为……": equal values share a place. Regions whose place
 * is uncertain (at least, at most) or that have no figure are named. NULL below two that can be ranked. */
char *atlas_sentence_ranking (AtlasTable *table, GHashTable *names) G_GNUC_WARN_UNUSED_RESULT;
/* The first three and the last of a longer ranking: "22个县（市、区）中，持证社工居前的为……，居末的为……。"; those level with the
 * third and with the last are counted, or named if they are few. N_DIVISIONS: how many there are, of which TABLE may lack some.
 * What stands in for a figure of the year asked for has no place, nor has a rate of a small base (C27). Where most have none, or
 * no more than a bound, that is said instead. */
char *atlas_sentence_leaders (AtlasTable *table, guint n_divisions, GHashTable *names) G_GNUC_WARN_UNUSED_RESULT;
/* "差距最大的是每名持证社工资金：宁夏2.0万元，綦江0.07万元，前者是后者的29倍。大理州无2023年可比数据。" */
char *atlas_sentence_spread  (const AtlasSpread *spread, GHashTable *names) G_GNUC_WARN_UNUSED_RESULT;
/* "綦江区、大理州未见公布数。", or which input of a computed figure is missing; NULL if nothing is. */
char *atlas_sentence_missing (AtlasTable *table, GHashTable *names) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
