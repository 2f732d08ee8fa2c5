# Adds one migration to all three providers of a module, or of the platform part of the host:
#   ./migrate.ps1 SalesOrders AddDeliveryDate
#   ./migrate.ps1 Platform AddApiClientNote
param(
    [Parameter(Mandatory)] [string] $Module,
    [Parameter(Mandatory)] [string] $Name
)
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot

function Invoke-Dotnet {
    dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $args failed." }
}

$project, $output = if ($Module -eq 'Platform') { 'src/Host', 'Platform/Persistence/Migrations' }
                    else { "src/Modules/$Module/Crm.$Module", 'Persistence/Migrations' }
if (-not (Test-Path $project)) { throw "There is no $project." }

Invoke-Dotnet tool restore
Invoke-Dotnet build src/Host
foreach ($provider in 'Sqlite', 'Postgres', 'SqlServer') {
    Invoke-Dotnet ef migrations add $Name --no-build --project $project --startup-project src/Host `
        --context "$provider${Module}DbContext" --output-dir "$output/$provider"
}
