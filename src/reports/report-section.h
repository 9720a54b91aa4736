/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AtlasReportBuilder AtlasReportBuilder;

typedef enum {
  ATLAS_SECTION_OPTIONAL = 1 << 0, /* in a report only where it is asked for by name */
  ATLAS_SECTION_ALWAYS = 1 << 1,   /* in every report, asked for or not */
  ATLAS_SECTION_OPENING = 1 << 2,  /* stands before all that is not */
  ATLAS_SECTION_CLOSING = 1 << 3,  /* stands behind all that is not: what it says depends on them */
} AtlasSectionFlags;

/* Adds the section's blocks to the report of BUILDER; STATE is that of the template. */
typedef void (*AtlasSectionFunc) (AtlasReportBuilder *builder, gpointer state, GError **error);

/**
 * AtlasReportSection:
 * @id: as requests, own templates and the command line name it
 * @title: untranslated: see atlas_report_section_get_title()
 *
 * A part of a template that can be left out, and set before or behind others.
 */
typedef struct {
  const char *id;
  const char *title;
  AtlasSectionFlags flags;
  AtlasSectionFunc add;
} AtlasReportSection;

/* Translated. */
const char *atlas_report_section_get_title (const AtlasReportSection *self);

/* (element-type AtlasReportSection) (transfer container): of the N SECTIONS of TEMPLATE_NAME those called IDS, in that
 * order within opening, middle and closing ones, and those that are always there; all but the optional ones where IDS
 * (array zero-terminated=1) (nullable) is NULL. NULL with #ATLAS_REPORT_ERROR_TEMPLATE where one is unknown or named
 * twice. */
GPtrArray  *atlas_report_section_choose    (const AtlasReportSection *sections, guint n, const char *template_name,
                                            const char *const *ids, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
