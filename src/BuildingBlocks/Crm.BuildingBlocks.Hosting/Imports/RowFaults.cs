using System.Data.Common;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>Tells a row that cannot be taken from a database that cannot take anything now.</summary>
internal static partial class RowFaults
{
    public static bool IsOfARow(Exception failure, OperationRun operation)
    {
        if (failure is OperationCanceledException or LeaseLost) return false;
        using var scope = operation.NewScope();
        var dialect = operation.Database(scope.ServiceProvider).Dialect;
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException database && (dialect.IsAway(database) || dialect.IsTransient(database))) return false;
        }

        return true;
    }

    public static ImportFault Describe(Exception failure, long line, string module, Guid import, ILogger log)
    {
        if (failure is Refusal refusal)
        {
            var (code, text, values, field) = RefusedWork.Describe(refusal);
            return new ImportFault(line, field, null, code, text, values);
        }

        LogUnexpected(log, failure, module, import, line);
        return new ImportFault(line, null, null, ImportRules.Unexpected.Code, ImportRules.Unexpected.Text, []);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Module}: import {Import} could not take line {Line}")]
    private static partial void LogUnexpected(ILogger log, Exception failure, string module, Guid import, long line);
}
