using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.BuildingBlocks.Hosting.Operations;

internal static class OperationMapping
{
    public static void Map(EntityTypeBuilder<Operation> operation)
    {
        operation.ToTable("Operations").HasKey(o => o.Id);
        operation.Property(o => o.Id).ValueGeneratedNever();
        operation.Property(o => o.Input).IsLongText();
        operation.Property(o => o.CallerSnapshot).IsLongText();
        operation.Property(o => o.Checkpoint).IsLongText();
        operation.Property(o => o.Result).IsLongText();
        operation.Property(o => o.ResultLink).HasMaxLength(500);
        operation.HasIndex(o => new { o.State, o.LeaseUntil });
        operation.HasIndex(o => new { o.CallerId, o.State });
        operation.HasIndex(o => o.FinishedAt);
        operation.HasIndex(o => new { o.CreatedAt, o.Id });
    }

    public static void Map(EntityTypeBuilder<OperationProblem> problem)
    {
        problem.ToTable("OperationProblems").HasKey(p => p.Position);
        problem.HasIndex(p => new { p.OperationId, p.Position });
    }
}
