/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The bus on which accessible programs answer; (transfer full) (nullable): NULL where there is none. */
GDBusConnection *accessible_bus_connect (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
