using Crm.BuildingBlocks.Tests.Imports;
using Crm.BuildingBlocks.Tests.Messaging;

return args switch
{
    ["messaging-worker", var provider, var connectionString, .. var hold] => await MessagingWorker.Run(provider, connectionString, hold),
    ["messaging-speed", var provider] => await MessagingSpeed.Run(provider),
    ["import-worker", var provider, var connectionString] => await KilledImportTests.Worker(provider, connectionString),
    ["import-speed", var provider, var rows] => await ImportSpeed.Run(provider, rows),
    _ => throw new ArgumentException("messaging-worker <provider> <connection string> [<consumer> <position>] | messaging-speed <provider> | import-worker <provider> <connection string> | import-speed <provider> <rows>"),
};
