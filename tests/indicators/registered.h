/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/answer.h"

G_BEGIN_DECLS

/* A dataset of the bundled files with registers: rows of a few people, stations, payments and services in 吴忠市 (640300)
 * and 重庆市, written by SQL and counted. */
typedef struct {
  char *folder;
  char *path;
  AtlasDataset *dataset;
  AtlasCatalogue *catalogue;
} Registered;

/* RETURNS: who has returned what, as SQL; see REGISTERED_RETURN. */
Registered *registered_new  (const char *returns) G_GNUC_WARN_UNUSED_RESULT;
void        registered_free (Registered *self);

#define REGISTERED_RETURN(table, code, year) "INSERT INTO returns VALUES ('" table "', '" code "', " #year ", 1);"
/* All five counties of 吴忠市. */
#define REGISTERED_RETURN_ALL(table, year) \
  REGISTERED_RETURN (table, "640302", year) REGISTERED_RETURN (table, "640303", year) \
  REGISTERED_RETURN (table, "640323", year) REGISTERED_RETURN (table, "640324", year) \
  REGISTERED_RETURN (table, "640381", year)

/* Asks; takes QUESTION, which must be answered. */
AtlasTable *registered_answer (Registered *self, AtlasQuestion *question) G_GNUC_WARN_UNUSED_RESULT;
/* "4 A exact registers 2023": value, status, qualifier, basis and period; "M" where it is missing. */
char       *registered_describe (const AtlasObservation *row) G_GNUC_WARN_UNUSED_RESULT;
/* The same for one region.
 * WHERE: "grade=senior" or "". OUT_NOTE (nullable): its note. */
char       *registered_ask    (Registered *self, AtlasFrom from, const char *indicator, const char *region,
                               const char *where, int year, char **out_note) G_GNUC_WARN_UNUSED_RESULT;

/* What the answer for one region has to be; NOTE (nullable): what stands in its note. */
typedef struct {
  AtlasFrom from;
  const char *indicator;
  const char *region;
  const char *where;
  int year;
  const char *expected;
  const char *note;
} RegisteredCase;

void        registered_check  (Registered *self, const RegisteredCase *cases, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Registered, registered_free)

G_END_DECLS
