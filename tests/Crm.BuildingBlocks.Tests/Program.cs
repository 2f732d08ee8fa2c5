using Crm.BuildingBlocks.Tests.Messaging;

return args switch
{
    ["messaging-worker", var provider, var connectionString, .. var hold] => await MessagingWorker.Run(provider, connectionString, hold),
    ["messaging-speed", var provider] => await MessagingSpeed.Run(provider),
    _ => throw new ArgumentException("messaging-worker <provider> <connection string> [<consumer> <position>] | messaging-speed <provider>"),
};
