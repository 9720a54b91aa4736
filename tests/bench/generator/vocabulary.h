/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

/* A word of the register files, as a header or in a cell: its English id and its Chinese name. */
typedef struct {
  const char *id;
  const char *zh;
} Term;

typedef enum {
  TIER_COUNTY_CENTRE,
  TIER_TOWNSHIP_STATION,
  TIER_COMMUNITY_ROOM,
} Tier;

typedef enum {
  STATUS_PLANNED,
  STATUS_BUILDING,
  STATUS_OPERATING,
  STATUS_CLOSED,
} Status;

typedef enum {
  GRADE_NONE,
  GRADE_ASSISTANT,
  GRADE_INTERMEDIATE,
  GRADE_SENIOR,
  N_GRADES
} Grade;

typedef enum {
  SOURCE_CENTRAL,
  SOURCE_PROVINCIAL,
  SOURCE_PREFECTURAL,
  SOURCE_COUNTY,
  SOURCE_WELFARE_LOTTERY,
  SOURCE_CHARITY,
  SOURCE_OTHER,
  N_SOURCES
} Source;

typedef enum {
  STAGE_BUDGETED,
  STAGE_ALLOCATED,
  STAGE_SPENT,
} Stage;

typedef enum {
  KIND_HOUSEHOLD_VISIT,
  KIND_CASE,
  KIND_GROUP,
  KIND_COMMUNITY_ACTIVITY,
  KIND_VOLUNTEER,
  N_KINDS
} Kind;

#define N_PURPOSES 8

/* By the values above. */
extern const Term vocabulary_tiers[];
extern const Term vocabulary_statuses[];
extern const Term vocabulary_grades[N_GRADES];
extern const Term vocabulary_sources[N_SOURCES];
extern const Term vocabulary_purposes[N_PURPOSES];
extern const Term vocabulary_stages[];
extern const Term vocabulary_kinds[N_KINDS];

/**
 * RegisterForm:
 * @id: its file's name: "stations"
 * @zh: its name: "社工站点"
 * @columns: (array length=n_columns): the headers
 */
typedef struct {
  const char *id;
  const char *zh;
  const Term *columns;
  guint n_columns;
} RegisterForm;

extern const RegisterForm vocabulary_stations;
extern const RegisterForm vocabulary_personnel;
extern const RegisterForm vocabulary_funding;
extern const RegisterForm vocabulary_services;
