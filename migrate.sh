#!/usr/bin/env bash
# Adds one migration to all three providers of a module, or of the platform part of the host:
#   ./migrate.sh SalesOrders AddDeliveryDate
#   ./migrate.sh Platform AddApiClientNote
set -euo pipefail
cd "$(dirname "$0")"

if [ $# -ne 2 ]; then
    echo "usage: ./migrate.sh <Module|Platform> <NameOfMigration>" >&2
    exit 2
fi
module=$1
name=$2

if [ "$module" = Platform ]; then
    project=src/Host
    output=Platform/Persistence/Migrations
else
    project=src/Modules/$module/Crm.$module
    output=Persistence/Migrations
fi
if [ ! -d "$project" ]; then
    echo "There is no $project." >&2
    exit 2
fi

dotnet tool restore
dotnet build src/Host
for provider in Sqlite Postgres SqlServer; do
    dotnet ef migrations add "$name" --no-build --project "$project" --startup-project src/Host \
        --context "${provider}${module}DbContext" --output-dir "$output/$provider"
done
