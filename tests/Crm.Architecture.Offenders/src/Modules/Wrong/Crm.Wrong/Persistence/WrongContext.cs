using Crm.Wrong.Application;
using Microsoft.EntityFrameworkCore;

namespace Crm.Wrong.Persistence;

/// <summary>A context may be public; its mapping may not reach into a neighbour's schema.</summary>
public sealed class WrongContext : DbContext
{
    internal DbSet<Mapped> Mapped => Set<Mapped>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Mapped>().ToTable("Fences", "neighbour");
        model.Entity<Mapped>().ToTable("platform_Users");
        model.Entity<Mapped>().ToTable("Mapped", "wrong");
    }
}

internal sealed class Mapped
{
    public int Id { get; set; }

    public NeverValidated? Command { get; set; }
}
