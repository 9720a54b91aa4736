/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/main-window.h"
#include "window/report/report-settings.h"

G_BEGIN_DECLS

/* Adds to WINDOW the actions for the report on what it shows; on the page Report it is the one previewed there, else a
 * brief or a comparison:
 * export-pdf(s), export-report(s) in the format chosen, each to the path given, or, for "", to one that it asks for; and
 * print.
 * Those that say what the page Report previews (SETTINGS): report-template(s), report-style(s), report-grey, report-yearbook-signs, report-format(s),
 * report-paper(s), report-page-numbers(s),
 * report-section(s), which leaves out or takes in, report-move-section(si), report-save-template(s),
 * report-delete-template; and report-each(ss), which asks in a dialog for what is to be made of it for each division of a
 * level in the region: the level and the folder that it begins with at once, or "" for both; report-each-in(s), the same
 * for a region, which is chosen. report-on(s) chooses a region and shows the page. Those that move about in it: report-sheet(i), report-turn(i), report-zoom(i) in percent,
 * report-zoom-in, report-zoom-out. */
void atlas_report_actions_add (AtlasMainWindow *window, AtlasReportSettings *settings);

G_END_DECLS
